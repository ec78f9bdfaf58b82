// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

// Fifty people submit at once and each request is approved; nothing may be lost. And one person submits while many wait.
import type { RequestDetail } from '@fairway/requests-common';
import { quantile } from '../ownership/measure';
import type { BenchBackend } from './backend';

const PEOPLE = 50;
const EACH = 6;
const ALONE = 60;
const APPROVER = 'user:default/approver';

async function post(
  url: string,
  token: string,
  body: object,
): Promise<RequestDetail> {
  const response = await fetch(url, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${token}`,
      'content-type': 'application/json',
    },
    body: JSON.stringify(body),
  });
  const answer = (await response.json()) as RequestDetail & {
    request?: RequestDetail;
  };
  if (!response.ok) throw new Error(`${url}: ${JSON.stringify(answer)}`);
  return answer.request ?? answer;
}

const submit = (backend: BenchBackend, person: number, name: string) =>
  post(backend.url, backend.tokenOf(`user:default/person-${person}`), {
    kind: 'bench.thing',
    payload: { name },
    idempotencyKey: name,
    submit: 'now',
  });

/** Milliseconds to make and submit a request, alone: the median. */
export async function measureSubmit(
  backend: BenchBackend,
  prefix: string,
): Promise<number> {
  const times: number[] = [];
  for (let n = 0; n < ALONE; n++) {
    const start = performance.now();
    const { decision } = await submit(backend, n % PEOPLE, `${prefix}-${n}`);
    times.push(performance.now() - start);
    if (decision !== 'pending') throw new Error(`${prefix}-${n}: ${decision}`);
  }
  times.sort((one, other) => one - other);
  return quantile(times, 0.5);
}

/** Requests a second from submitted to approved, with fifty people at once. */
export async function measureThroughput(
  backend: BenchBackend,
): Promise<number> {
  const token = backend.tokenOf(APPROVER);
  const approved = new Set<string>();
  const start = performance.now();
  await Promise.all(
    Array.from({ length: PEOPLE }, async (_, person) => {
      for (let n = 0; n < EACH; n++) {
        const { id, planDigest } = await submit(
          backend,
          person,
          `at-once-${person}-${n}`,
        );
        const { decision } = await post(`${backend.url}/${id}/approve`, token, {
          planDigest,
        });
        if (decision === 'approved') approved.add(id);
      }
    }),
  );
  const seconds = (performance.now() - start) / 1_000;
  const { ok } = await backend.engine.store.verify();
  if (approved.size !== PEOPLE * EACH || !ok) {
    throw new Error(`Of ${PEOPLE * EACH}, ${approved.size} were approved`);
  }
  return approved.size / seconds;
}
