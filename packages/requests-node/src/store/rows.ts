// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type { StoredRequest } from './types';

/** A row of `requests`. */
export interface RequestRow {
  number: number;
  id: string;
  kind: string;
  operation: string;
  title: string;
  justification: string | null;
  resource_refs: string;
  environment_ref: string | null;
  owner_ref: string | null;
  requester_ref: string;
  author_refs: string;
  payload: string;
  plan: string;
  plan_digest: string;
  view: string;
  risks: string;
  checks: string;
  approval: string;
  decision: string;
  execution: string;
  revision: number;
  links: string;
  outputs: string;
  status_label: string | null;
  summary: string | null;
  failure: string | null;
  idempotency_key: string;
  idempotency_digest: string;
  reader_refs: string;
  decider_refs: string;
  draft_expires_at: string | null;
  decide_by: string | null;
  remind_at: string | null;
  reminded_at: string | null;
  due_at: string | null;
  holds_resources: boolean | number;
  row_version: number;
  event_count: number;
  head_hash: string;
  created_at: string;
  submitted_at: string | null;
  updated_at: string;
}

type Field = keyof Omit<StoredRequest, 'number' | 'rowVersion'>;
type Column = Exclude<
  keyof RequestRow,
  'number' | 'row_version' | 'due_at' | 'event_count' | 'head_hash'
>;
type Form = 'text' | 'json' | 'time' | 'flag' | 'count';

/** How each field is kept. */
const FIELDS: Record<Field, [column: Column, form: Form]> = {
  id: ['id', 'text'],
  kind: ['kind', 'text'],
  operation: ['operation', 'text'],
  title: ['title', 'text'],
  justification: ['justification', 'text'],
  resourceRefs: ['resource_refs', 'json'],
  environmentRef: ['environment_ref', 'text'],
  ownerRef: ['owner_ref', 'text'],
  requesterRef: ['requester_ref', 'text'],
  authorRefs: ['author_refs', 'json'],
  payload: ['payload', 'json'],
  plan: ['plan', 'json'],
  planDigest: ['plan_digest', 'text'],
  view: ['view', 'json'],
  risks: ['risks', 'json'],
  checks: ['checks', 'json'],
  approval: ['approval', 'json'],
  decision: ['decision', 'text'],
  execution: ['execution', 'text'],
  revision: ['revision', 'count'],
  links: ['links', 'json'],
  outputs: ['outputs', 'json'],
  statusLabel: ['status_label', 'text'],
  summary: ['summary', 'text'],
  failure: ['failure', 'json'],
  idempotencyKey: ['idempotency_key', 'text'],
  idempotencyDigest: ['idempotency_digest', 'text'],
  readerRefs: ['reader_refs', 'json'],
  deciderRefs: ['decider_refs', 'json'],
  draftExpiresAt: ['draft_expires_at', 'time'],
  decideBy: ['decide_by', 'time'],
  remindAt: ['remind_at', 'time'],
  remindedAt: ['reminded_at', 'time'],
  holdsResources: ['holds_resources', 'flag'],
  createdAt: ['created_at', 'time'],
  submittedAt: ['submitted_at', 'time'],
  updatedAt: ['updated_at', 'time'],
};

/** Fields that a list has no use for and that may be large. */
const CONTENTS: readonly Field[] = ['payload', 'plan', 'view'];

/** Columns that a list needs; reading the plans of a whole page would cost more than the rest of it. */
export const SUMMARY_COLUMNS = [
  'number',
  'row_version',
  ...Object.entries(FIELDS)
    .filter(([field]) => !CONTENTS.includes(field as Field))
    .map(([, [column]]) => column),
];

/** Reads a row; without its contents, `payload`, `plan` and `view` are empty. */
export function fromRow(
  row: Omit<RequestRow, 'payload' | 'plan' | 'view'> & Partial<RequestRow>,
): StoredRequest {
  const request: Record<string, unknown> = {
    number: row.number,
    rowVersion: row.row_version,
  };
  for (const [field, [column, form]] of Object.entries(FIELDS)) {
    request[field] = fromColumn(row[column], form);
  }
  for (const field of CONTENTS) request[field] ??= {};
  return request as unknown as StoredRequest;
}

/** The columns of the given fields; a field that is there and undefined is emptied. */
export function toColumns(
  fields: Partial<Pick<StoredRequest, Field>>,
): Partial<RequestRow> {
  return Object.fromEntries(
    Object.entries(fields).map(([field, value]) => {
      const [column, form] = FIELDS[field as Field];
      return [column, toColumn(value, form)];
    }),
  );
}

function fromColumn(value: unknown, form: Form): unknown {
  if (value === null || value === undefined) return undefined;
  if (form === 'json') return JSON.parse(String(value));
  if (form === 'time') return new Date(String(value));
  return form === 'flag' ? Boolean(value) : value;
}

function toColumn(value: unknown, form: Form): unknown {
  if (value === undefined) return null;
  if (form === 'json') return JSON.stringify(value);
  if (form === 'time') return (value as Date).toISOString();
  return value;
}
