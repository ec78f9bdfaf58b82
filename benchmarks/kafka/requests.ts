// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type { RequestDetail } from '../../packages/requests-common/src';
import { ADMINISTRATOR, type KafkaBackend, OWNER } from './backend';
import { waitFor } from './tools';

const APPLIED = 30;
const FAILED = ['failed', 'partially-applied'];

let keys = 0;

/** Asks, approves as an administrator, and waits for the end. */
async function carryOut(
  backend: Pick<KafkaBackend, 'call'>,
  as: string,
  kind: string,
  payload: object,
): Promise<void> {
  const { answer } = await backend.call<{ request: RequestDetail }>(
    as,
    '/requests',
    {
      kind,
      payload,
      justification: 'bench',
      submit: 'now',
      idempotencyKey: `bench-${keys++}`,
    },
  );
  let failed: string | undefined;
  const { id, decision, planDigest } = answer.request;
  if (decision === 'pending') {
    await backend.call(ADMINISTRATOR, `/requests/${id}/approve`, {
      planDigest,
    });
  }
  await waitFor(
    `request ${id}`,
    async () => {
      const { answer: now } = await backend.call<RequestDetail>(
        ADMINISTRATOR,
        `/requests/${id}`,
      );
      if (FAILED.includes(now.execution)) failed = JSON.stringify(now.steps);
      return now.execution === 'succeeded';
    },
    { withinMs: 120_000, everyMs: 20, giveUp: () => failed },
  );
}

/** The application that gets the topics, and may make more. */
export async function makeOwner(
  backend: Pick<KafkaBackend, 'call'>,
): Promise<void> {
  await carryOut(backend, OWNER, 'kafka.application', {
    operation: 'create',
    name: 'orders',
    ownerRef: 'group:default/orders',
    componentRef: 'component:default/orders',
  });
  await carryOut(backend, OWNER, 'kafka.application-instance', {
    operation: 'create',
    application: 'orders',
    environment: 'bench',
    principals: ['User:orders'],
    patterns: [{ type: 'TOPIC', pattern: 'PREFIXED', name: 'made.' }],
  });
}

/** Topics that are asked for, approved, created and read back, each second; ten people at once. */
export async function measureApply(backend: KafkaBackend): Promise<number> {
  const from = performance.now();
  let next = 0;
  const person = async () => {
    while (next < APPLIED) {
      const name = `made.t${next++}`;
      await carryOut(backend, OWNER, 'kafka.topic', {
        operation: 'create',
        environment: 'bench',
        instance: 'orders@bench',
        name,
        partitions: 1,
        replicationFactor: 1,
      });
    }
  };
  await Promise.all(Array.from({ length: 10 }, person));
  return APPLIED / ((performance.now() - from) / 1_000);
}
