// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type { Decision, Execution } from '@fairway/requests-common';
import type { Knex } from 'knex';
import type { Office } from '../Office';
import type { World } from '../World';
import { holds, type Model, NEEDED } from './model';

/** What the model is held to. */
export interface Real {
  knex: Knex;
  world: World;
  office: Office;
  /** States that any request was in. */
  seen: Set<string>;
}

/** What is true after every operation, whatever it was. */
export async function invariants(model: Model, real: Real): Promise<void> {
  const { office, knex, world } = real;
  const chain = await office.service.verify(office.caller('ada'));
  expect(chain).toMatchObject({ ok: true, requests: model.requests.length });

  for (const request of model.requests) {
    const { id, decision, execution, requester, authors, name, text } = request;
    real.seen.add(decision).add(execution);
    const shown = await office.see(id);
    expect({
      ...shown,
      authorRefs: [...shown.authorRefs].sort(),
    }).toMatchObject({
      decision,
      execution,
      requesterRef: `user:default/${requester}`,
      authorRefs: authors.map(author => `user:default/${author}`).sort(),
      plan: { path: `${name}.txt`, after: text },
    });
    // The history alone leads to the same state.
    expect(stateByHistory(await office.types(id))).toEqual({
      decision,
      execution,
    });
  }

  for (const { requestId, phase, approvers } of world.ran) {
    if (phase !== 'execute') continue;
    const { requester } = model.requests.find(({ id }) => id === requestId)!;
    expect(new Set(approvers).size).toBeGreaterThanOrEqual(NEEDED);
    expect(approvers).not.toContain(`user:default/${requester}`);
  }

  const held = await knex('requests_resources')
    .where({ held: true })
    .select('resource_ref');
  const resources = held.map(row => row.resource_ref);
  expect(new Set(resources).size).toBe(resources.length);
  const expected = model.requests
    .filter(holds)
    .map(({ name }) => `note:${name}`);
  expect(resources.sort()).toEqual(expected.sort());

  for (const [name, text] of model.notes) {
    expect(await world.read(`${name}.txt`)).toBe(text);
  }
}

function stateByHistory(types: string[]): {
  decision: Decision;
  execution: Execution;
} {
  let decision: Decision = 'draft';
  let execution: Execution = 'none';
  const to = (next: Decision, then: Execution = 'none') => {
    decision = next;
    execution = then;
  };
  for (const type of types) {
    switch (type) {
      case 'submitted':
      case 'approval-lapsed':
        to('pending');
        break;
      case 'revised':
      case 'replanned':
        if ((decision as Decision) !== 'draft') to('pending');
        break;
      case 'approved':
        to('approved', 'queued');
        break;
      case 'retried':
        execution = 'queued';
        break;
      case 'discarded':
        to('cancelled');
        break;
      case 'cancelled':
        if ((decision as Decision) === 'approved') execution = 'compensated';
        else to('cancelled');
        break;
      case 'rejected':
      case 'expired':
      case 'changes-requested':
        to(type);
        break;
      case 'succeeded':
      case 'failed':
      case 'partially-applied':
        execution = type;
        break;
      default:
    }
  }
  return { decision, execution };
}
