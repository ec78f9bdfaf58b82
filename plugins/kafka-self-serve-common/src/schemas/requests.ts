// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type { JsonValue } from '@backstage/types';
import { z } from 'zod';
import { type Problem, problem, type ProblemPath } from '../problems';
import {
  grantPayloadSchema,
  offsetResetPayloadSchema,
  revokePayloadSchema,
  subjectPayloadSchema,
} from './access';
import {
  applicationInstancePayloadSchema,
  applicationPayloadSchema,
  clientQuotaPayloadSchema,
  credentialPayloadSchema,
  limitsPayloadSchema,
  ownershipClaimPayloadSchema,
  ownershipTransferPayloadSchema,
} from './applications';
import { keySchema } from './fields';
import { promotePayloadSchema, topicPayloadSchema } from './topics';

const item = <K extends string, S extends z.ZodType>(kind: K, payload: S) =>
  z.strictObject({ kind: z.literal(kind), payload });

/** Characters of a value that are given back to whoever sent it. */
const MOST_SHOWN = 1_000;

/** What a bundle can hold: a topic with what belongs to it. @public */
export const bundleItemSchema = z.discriminatedUnion('kind', [
  item('kafka.topic', topicPayloadSchema),
  item('kafka.grant', grantPayloadSchema),
  item('kafka.revoke', revokePayloadSchema),
  item('kafka.subject', subjectPayloadSchema),
  item('kafka.credential', credentialPayloadSchema),
  item('kafka.client-quota', clientQuotaPayloadSchema),
]);

/** Several requests for one environment: one decision, one execution. @public */
export const bundlePayloadSchema = z.strictObject({
  environment: keySchema,
  items: z.array(bundleItemSchema).max(1_000),
});

/** The payload of every kind of request. @public */
export const KAFKA_REQUEST_SCHEMAS = {
  'kafka.application': applicationPayloadSchema,
  'kafka.application-instance': applicationInstancePayloadSchema,
  'kafka.topic': topicPayloadSchema,
  'kafka.grant': grantPayloadSchema,
  'kafka.revoke': revokePayloadSchema,
  'kafka.subject': subjectPayloadSchema,
  'kafka.offset-reset': offsetResetPayloadSchema,
  'kafka.limits': limitsPayloadSchema,
  'kafka.client-quota': clientQuotaPayloadSchema,
  'kafka.credential': credentialPayloadSchema,
  'kafka.ownership-claim': ownershipClaimPayloadSchema,
  'kafka.ownership-transfer': ownershipTransferPayloadSchema,
  'kafka.promote': promotePayloadSchema,
  'kafka.bundle': bundlePayloadSchema,
} as const;

/** @public */
export type KafkaRequestKind = keyof typeof KAFKA_REQUEST_SCHEMAS;
/** @public */
export type KafkaRequestPayload<K extends KafkaRequestKind = KafkaRequestKind> =
  z.infer<(typeof KAFKA_REQUEST_SCHEMAS)[K]>;
/** @public */
export type BundleItem = z.infer<typeof bundleItemSchema>;
/** @public */
export type BundlePayload = z.infer<typeof bundlePayloadSchema>;

/** @public */
export const KAFKA_REQUEST_KINDS = Object.keys(
  KAFKA_REQUEST_SCHEMAS,
) as KafkaRequestKind[];

/** @public */
export type Parsed<T> =
  | { success: true; data: T }
  | { success: false; problems: Problem[] };

/** Reads the payload of a request; every field that cannot be read is a problem. @public */
export function parsePayload<K extends KafkaRequestKind>(
  kind: K,
  input: unknown,
): Parsed<KafkaRequestPayload<K>> {
  return parseWith(
    KAFKA_REQUEST_SCHEMAS[kind] as unknown as z.ZodType<KafkaRequestPayload<K>>,
    input,
  );
}

/** The same for any schema. */
export function parseWith<T>(schema: z.ZodType<T>, input: unknown): Parsed<T> {
  const { success, data, error } = schema.safeParse(input);
  return success
    ? { success, data }
    : {
        success: false,
        problems: error.issues.flatMap(issue => toProblems(issue, input)),
      };
}

function toProblems(issue: z.core.$ZodIssue, input: unknown): Problem[] {
  const path = issue.path.map(part =>
    typeof part === 'symbol' ? String(part) : part,
  );
  if (issue.code === 'invalid_key') {
    const name = String(path[path.length - 1]);
    const reason = issue.issues[0].message.replace(/\.$/, '');
    return [
      problem(
        'payload-invalid',
        { path: path.slice(0, -1).join(' / '), value: name, reason },
        { path, value: name },
      ),
    ];
  }
  if (issue.code !== 'unrecognized_keys') {
    return [unreadable(input, path, issue.message.replace(/\.$/, ''))];
  }
  return issue.keys.map(key =>
    unreadable(input, [...path, key], 'there is no such field'),
  );
}

function unreadable(input: unknown, path: ProblemPath, reason: string) {
  const found = path.reduce<unknown>(
    (inside, part) => (inside as Record<string, unknown> | undefined)?.[part],
    input,
  );
  const text = typeof found === 'string' ? found : JSON.stringify(found);
  return problem(
    'payload-invalid',
    {
      path: path.join(' / ') || 'payload',
      value: text?.slice(0, MOST_SHOWN) ?? 'nothing',
      reason,
    },
    // What is long is of no help to anybody.
    {
      path,
      value: text?.length <= MOST_SHOWN ? (found as JsonValue) : undefined,
    },
  );
}
