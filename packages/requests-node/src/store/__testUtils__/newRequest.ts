// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { v7 as uuid } from 'uuid';
import type { NewRequest } from '../types';

export const NOW = new Date('2026-06-01T10:00:00.123Z');

/** A draft, as the service would make it. */
export function newRequest(overrides: Partial<NewRequest> = {}): NewRequest {
  const id = overrides.id ?? uuid();
  const requesterRef = overrides.requesterRef ?? 'user:default/pia';
  return {
    id,
    kind: 'change',
    operation: 'create',
    title: 'Order a database',
    resourceRefs: [],
    requesterRef,
    authorRefs: [requesterRef],
    payload: { name: 'orders' },
    plan: { files: ['main.tf'] },
    planDigest: 'a'.repeat(64),
    view: { effects: ['Creates the database "orders".'] },
    risks: [],
    checks: [],
    approval: { mode: 'auto', by: ['rule-1'] },
    decision: 'draft',
    execution: 'none',
    revision: 1,
    links: [],
    outputs: {},
    idempotencyKey: id,
    idempotencyDigest: 'b'.repeat(64),
    readerRefs: ['group:default/payments'],
    deciderRefs: [],
    holdsResources: false,
    createdAt: NOW,
    ...overrides,
  };
}
