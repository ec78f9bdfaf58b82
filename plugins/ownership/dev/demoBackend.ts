// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import {
  AWAY,
  FakeBackend,
  NEVER,
  REFUSED,
} from '../src/__testUtils__/fakeBackend';
import { grantOf, me, outdatedStatus } from '../src/__testUtils__/fixtures';

const ANSWERS = [
  'matrix',
  'whoCan',
  'explain',
  'simulate',
  'breakGlass',
] as const;

const all = <T>(answer: T) =>
  Object.fromEntries(ANSWERS.map(name => [name, answer]));

const ended = (state: 'closed' | 'expired') => ({
  state,
  approvedBy: ['user:default/pat'],
  mayApprove: false,
});

const GRANTS = [
  grantOf({ id: 'waiting' }),
  grantOf({
    id: 'active',
    ticket: 'INC-6',
    state: 'active',
    environment: undefined,
    approvedBy: ['user:default/pat'],
    mayApprove: false,
    mayClose: true,
  }),
  grantOf({
    id: 'closed',
    ticket: 'INC-5',
    ...ended('closed'),
    closedAt: '2026-11-20T10:00:00Z',
    closedBy: 'user:default/pat',
  }),
  grantOf({
    id: 'expired',
    ticket: 'INC-4',
    ...ended('expired'),
    expiresAt: '2026-11-19T10:00:00Z',
  }),
];

/** A backend with a bit of everything, or with one thing only. */
export function demoBackend(answers: string): FakeBackend {
  const backend = new FakeBackend();
  switch (answers) {
    case 'loading':
      return Object.assign(backend, all(NEVER));
    case 'error':
      return Object.assign(
        backend,
        all(() => AWAY),
      );
    case 'refused':
      return Object.assign(
        backend,
        all(() => REFUSED),
        { me: () => me({ breakGlass: undefined }) },
      );
    case 'empty':
      return backend;
    default:
      return Object.assign(backend, {
        policyStatus: outdatedStatus,
        breakGlass: () => ({ items: GRANTS }),
      });
  }
}
