// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type { RequestEvent, RequestStep } from '@fairway/requests-common';

/** Types of events with the key of their words in `history.types`. */
const KEYS = {
  created: 'created',
  replanned: 'replanned',
  submitted: 'submitted',
  revised: 'revised',
  'auto-approved': 'autoApproved',
  'approval-given': 'approvalGiven',
  approved: 'approved',
  'approval-lapsed': 'approvalLapsed',
  'rejection-given': 'rejectionGiven',
  rejected: 'rejected',
  'changes-requested': 'changesRequested',
  'authors-added': 'authorsAdded',
  reminded: 'reminded',
  refused: 'refused',
  cancelled: 'cancelled',
  discarded: 'discarded',
  expired: 'expired',
  retried: 'retried',
  'step-started': 'stepStarted',
  'step-waiting': 'stepWaiting',
  'step-retrying': 'stepRetrying',
  'step-done': 'stepDone',
  'step-failed': 'stepFailed',
  reported: 'reported',
  succeeded: 'succeeded',
  failed: 'failed',
  'partially-applied': 'partiallyApplied',
} as const;

const text = (value: unknown): string | undefined =>
  typeof value === 'string' && value ? value : undefined;

/** "pull-request" as "pull request". */
const inWords = (id: string) => id.replace(/[-_]+/g, ' ');

/** What an event says to people. */
export interface DescribedEvent {
  /** Of the words in `history.types`; absent for a type that this release does not know. */
  key?: (typeof KEYS)[keyof typeof KEYS];
  /** What it is about: the title of a step, a rule, an action, a status. */
  subject: string;
  /** What a person or a step said with it. */
  words?: string;
}

/** What happened, without the raw type; `steps` name the steps as the page does. */
export function describeEvent(
  { type, data }: Pick<RequestEvent, 'type' | 'data'>,
  steps: Pick<RequestStep, 'id' | 'phase' | 'title'>[] = [],
): DescribedEvent {
  const key = Object.hasOwn(KEYS, type)
    ? KEYS[type as keyof typeof KEYS]
    : undefined;
  const step = text(data.step);
  const known = steps.find(
    ({ id, phase }) => id === step && (!data.phase || phase === data.phase),
  );
  const by = Array.isArray(data.by) ? data.by.join(', ') : undefined;
  return {
    key,
    subject:
      known?.title ??
      inWords(step ?? by ?? text(data.action) ?? text(data.status) ?? ''),
    words: text(data.comment) ?? text(data.message) ?? text(data.waitingFor),
  };
}
