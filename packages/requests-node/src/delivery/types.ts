// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type { JsonObject } from '@backstage/types';

/** What happened, for people who are told. */
export type NewsEvent =
  | 'submitted'
  | 'approved'
  | 'rejected'
  | 'changes-requested'
  | 'cancelled'
  | 'expired'
  | 'reminder'
  | 'superseded'
  | 'failed'
  | 'succeeded';

/** Payload of the outbox channels `notification` and `webhook`. */
export interface News {
  event: NewsEvent;
  requestId: string;
  number: number;
  kind: string;
  title: string;
  requesterRef: string;
  environmentRef?: string;
  /** Who did it. */
  actorRef: string;
  /** A reason, a cause, words of the pipeline. */
  detail?: string;
  /** Whom a notification goes to, users and groups; not used by a webhook. */
  recipientRefs: string[];
  /** Taken out of the recipients: whoever did it need not be told. */
  excludeRefs: string[];
}

/** Payload of the channel `signal`: ids only, so that everybody may hear it. */
export interface SignalPayload extends JsonObject {
  requestId: string;
}

/** Payload of the channel `audit`: the head of a request's chain. */
export interface AuditPayload extends JsonObject {
  requestId: string;
  sequence: number;
  hash: string;
}
