// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import {
  belowItem,
  type BundleItem,
  type BundlePayload,
  type Compatibility,
  type GrantAccess,
  type GrantCreatePayload,
  instanceId,
  type InstanceView,
  type OwnedPattern,
  type SchemaFormat,
  type SubjectRegisterPayload,
  subjectName,
  type TopicCreatePayload,
  type TopicSizeName,
} from '@fairway/backstage-plugin-kafka-self-serve-common';
import type { JsonObject } from '@backstage/types';
import { type Asking, numberOf } from '../form';
import { checkDraft, type TopicPlace } from './checkDraft';
import { checkLabels, type LabelDraft, labelsOf } from './labels';

/** Somebody who reads or writes the topic from its first day. */
export interface AccessDraft {
  /** For React: rows come and go. */
  key: number;
  grantee: string;
  access: GrantAccess;
  /** Of the grantee's own, for CONSUME. */
  group: string;
  /** Days; empty: until it is revoked. */
  days: string;
}

/** The form of a new topic as it is filled in. */
export interface TopicDraft {
  application: string;
  environment: string;
  /** Index of the pattern of the instance that the name is in. */
  pattern: number;
  /** What comes after the locked prefix. */
  rest: string;
  description: string;
  labels: LabelDraft[];
  size: TopicSizeName | 'custom';
  partitions: string;
  replicationFactor: string;
  configs: Record<string, string>;
  deletionProtection: boolean;
  schema?: {
    format: SchemaFormat;
    text: string;
    compatibility: Compatibility | 'default';
  };
  access: AccessDraft[];
}

export const EMPTY_DRAFT: TopicDraft = {
  application: '',
  environment: '',
  pattern: 0,
  rest: '',
  description: '',
  labels: [],
  size: 'custom',
  partitions: '',
  replicationFactor: '',
  configs: {},
  deletionProtection: false,
  access: [],
};

/** Topics that an instance may have. */
export function topicPatterns(instance?: InstanceView): OwnedPattern[] {
  return (instance?.patterns ?? []).filter(({ type }) => type === 'TOPIC');
}

/** The whole name, with the prefix that the instance owns. */
export function nameOf(draft: TopicDraft, instance?: InstanceView): string {
  const owned = topicPatterns(instance)[draft.pattern];
  if (!owned) return draft.rest;
  return owned.pattern === 'LITERAL'
    ? owned.name
    : `${owned.name}${draft.rest}`;
}

/** The place of the topic in what is asked for: its fields have the same paths alone and in a bundle. */
export const TOPIC_PATH = ['items', 0, 'payload'] as const;
const DAY_MS = 86_400_000;

function topicPayload(
  draft: TopicDraft,
  instance?: InstanceView,
): TopicCreatePayload {
  const { application, environment, size, configs, description } = draft;
  const isCustom = size === 'custom';
  const partitions = numberOf(draft.partitions);
  const replicationFactor = numberOf(draft.replicationFactor);
  const labels = labelsOf(draft.labels);
  const named = instance && topicPatterns(instance)[draft.pattern];
  // A prefix alone is no name yet.
  const isNamed = draft.rest !== '' || named?.pattern === 'LITERAL';
  return {
    operation: 'create',
    environment,
    instance: instanceId({ application, environment }),
    name: isNamed ? nameOf(draft, instance) : '',
    ...(description.trim() && { description: description.trim() }),
    ...(labels && { labels }),
    ...(!isCustom && { size }),
    ...(isCustom && partitions !== undefined && { partitions }),
    ...(replicationFactor !== undefined && { replicationFactor }),
    ...(Object.keys(configs).length > 0 && { configs }),
    ...(draft.deletionProtection && { deletionProtection: true }),
  };
}

function grantPayload(
  row: AccessDraft,
  options: { topic: string; environment: string; today: string },
): GrantCreatePayload {
  const { topic, environment, today } = options;
  const days = numberOf(row.days);
  return {
    operation: 'create',
    environment,
    grantee: row.grantee,
    access: row.access,
    topic: { pattern: 'LITERAL', name: topic },
    ...(row.access === 'CONSUME' &&
      row.group && { group: { pattern: 'LITERAL', name: row.group } }),
    ...(days !== undefined && { expiresAt: endOf(days, today) }),
  };
}

/** Days from the beginning of today, so that it stays the same while the form is open. */
export function endOf(days: number, today: string): string {
  const at = Date.parse(today) + days * DAY_MS;
  return Number.isFinite(at) ? new Date(at).toISOString() : '';
}

function subjectPayload(
  schema: NonNullable<TopicDraft['schema']>,
  topic: TopicCreatePayload,
): SubjectRegisterPayload {
  const { format, text, compatibility } = schema;
  return {
    operation: 'register',
    environment: topic.environment,
    instance: topic.instance,
    name: subjectName({
      strategy: 'TopicName',
      topic: topic.name,
      part: 'value',
    }),
    strategy: 'TopicName',
    format,
    schema: text,
    ...(compatibility !== 'default' && { compatibility }),
  };
}

/** What the form asks for, and what the rules say of it; the same functions as on the server. */
export function askingOf(
  draft: TopicDraft,
  place: TopicPlace,
): Asking & { topic: TopicCreatePayload; schemaIndex?: number } {
  const { instance, environment, today } = place;
  const topic = topicPayload(draft, instance);
  const grants = draft.access.map(row =>
    grantPayload(row, {
      topic: topic.name,
      environment: draft.environment,
      today,
    }),
  );
  const subject = draft.schema && subjectPayload(draft.schema, topic);
  const items: BundleItem[] = [
    { kind: 'kafka.topic', payload: topic },
    ...grants.map(payload => ({ kind: 'kafka.grant' as const, payload })),
    ...(subject ? [{ kind: 'kafka.subject' as const, payload: subject }] : []),
  ];
  const bundle: BundlePayload = { environment: draft.environment, items };
  const problems = environment
    ? [
        ...checkDraft(
          { topic, grants, subject, bundle },
          { ...place, environment },
        ),
        ...belowItem(0, checkLabels(topic, draft.labels)),
      ]
    : [];
  const schemaIndex = subject ? items.length - 1 : undefined;
  return items.length === 1
    ? {
        kind: 'kafka.topic',
        payload: topic as unknown as JsonObject,
        problems,
        below: TOPIC_PATH,
        topic,
      }
    : {
        kind: 'kafka.bundle',
        payload: bundle as unknown as JsonObject,
        problems,
        topic,
        schemaIndex,
      };
}
