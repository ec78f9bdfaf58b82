// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type {
  AclsQuery,
  ApplicationsQuery,
  CredentialsQuery,
  DriftQuery,
  FilesExportQuery,
  GrantsQuery,
  GroupsQuery,
  OrphansQuery,
  SubjectsQuery,
  TopicsQuery,
} from '@fairway/backstage-plugin-kafka-self-serve-common';
import { z, type ZodType } from 'zod';
import { flag, list, optionalText, page, requiredText, texts } from './parse';

const environment = texts;
const application = texts;

export const applicationsQuery: ZodType<ApplicationsQuery> = z.strictObject({
  ...page,
  owner: texts,
  environment,
  mine: flag,
  component: texts,
});

export const limitsQuery: ZodType<{
  environment?: string[];
  application?: string[];
}> = z.strictObject({ environment, application });

export const topicsQuery: ZodType<TopicsQuery> = z.strictObject({
  ...page,
  environment,
  application,
  owner: texts,
  phase: list(
    z.enum(['pending', 'ready', 'drifted', 'missing', 'deleting', 'failed']),
  ),
  label: texts,
  mine: flag,
  sort: z
    .enum(['name', '-name', 'partitions', '-partitions', 'bytes', '-bytes'])
    .optional(),
});

export const searchQuery: ZodType<Pick<TopicsQuery, 'cursor' | 'limit'>> =
  z.strictObject({ cursor: page.cursor, limit: page.limit });

export const groupsQuery: ZodType<GroupsQuery> = z.strictObject({
  ...page,
  environment,
  application,
  owner: texts,
  state: list(
    z.enum([
      'EMPTY',
      'STABLE',
      'PREPARING_REBALANCE',
      'COMPLETING_REBALANCE',
      'ASSIGNING',
      'RECONCILING',
      'DEAD',
      'UNKNOWN',
    ]),
  ),
  topic: optionalText,
  mine: flag,
  sort: z.enum(['name', '-name', 'lag', '-lag']).optional(),
});

export const subjectsQuery: ZodType<SubjectsQuery> = z.strictObject({
  ...page,
  environment,
  application,
  owner: texts,
  topic: optionalText,
  mine: flag,
});

export const aclsQuery: ZodType<AclsQuery> = z.strictObject({
  ...page,
  environment,
  principal: optionalText,
  resourceType: z
    .enum([
      'TOPIC',
      'GROUP',
      'CLUSTER',
      'TRANSACTIONAL_ID',
      'DELEGATION_TOKEN',
      'USER',
    ])
    .optional(),
  managed: flag,
});

export const grantsQuery: ZodType<GrantsQuery> = z.strictObject({
  ...page,
  environment,
  application,
  topic: optionalText,
  state: list(z.enum(['active', 'ending', 'expired', 'revoked'])),
});

export const credentialsQuery: ZodType<CredentialsQuery> = z.strictObject({
  ...page,
  environment,
  application,
});

export const driftQuery: ZodType<DriftQuery> = z.strictObject({
  ...page,
  environment,
  kind: list(
    z.enum([
      'topic-changed',
      'topic-missing',
      'acl-missing',
      'acl-foreign',
      'subject-changed',
      'subject-missing',
      'quota-changed',
    ]),
  ),
  application,
  ignored: flag,
});

export const orphansQuery: ZodType<OrphansQuery> = z.strictObject({
  ...page,
  environment,
  type: list(z.enum(['TOPIC', 'GROUP', 'SUBJECT'])),
});

export const importSuggestionsQuery: ZodType<{
  environment: string;
  cursor?: string;
  limit?: number;
}> = z.strictObject({
  environment: requiredText,
  cursor: page.cursor,
  limit: page.limit,
});

export const exportQuery: ZodType<FilesExportQuery> = z.strictObject({
  environment: requiredText,
  instance: optionalText,
});
