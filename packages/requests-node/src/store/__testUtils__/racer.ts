// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

// One of several processes that work on one database at once; see processes.test.ts. It waits for a line on its input, so
// that all begin together, and answers with what it got.
import { once } from 'node:events';
import knexFactory, { type Knex } from 'knex';
import { KnexRequestStore } from '../KnexRequestStore';
import { newRequest } from './newRequest';

export interface RacerResult {
  /** Numbers of the requests that it made. */
  created: number[];
  /** Ids of the requests whose resource it took. */
  held: string[];
  /** Ids of the requests that it moved first. */
  moved: string[];
  /** Request and fence of each lease. */
  leased: string[];
  /** Ids of the messages that it took. */
  taken: string[];
  /** Codes of what was refused. */
  refused: Record<string, number>;
}

export interface RacerOptions {
  name: string;
  connection: Knex.Config;
  rounds: number;
  /** Requests that are there: all processes move the same ones. */
  ids: string[];
}

async function race(options: RacerOptions): Promise<RacerResult> {
  const { name, connection, rounds, ids } = options;
  const knex = knexFactory(connection);
  const store = await KnexRequestStore.create({ database: knex });
  const refused: Record<string, number> = {};
  const attempt = async (work: () => Promise<unknown>) => {
    try {
      await work();
      return true;
    } catch (error) {
      const code = (error as { code?: string }).code ?? String(error);
      refused[code] = (refused[code] ?? 0) + 1;
      return false;
    }
  };

  process.stdout.write('ready\n');
  await once(process.stdin, 'data');
  const result: RacerResult = {
    created: [],
    held: [],
    moved: [],
    leased: [],
    taken: [],
    refused,
  };
  for (let round = 0; round < rounds; round++) {
    const by = { actorRef: 'user:default/pia', data: { name, round } };
    const { request } = await store.create(
      newRequest({ resourceRefs: [`live:/${round}`] }),
      by,
    );
    result.created.push(request.number);
    await store.create(
      newRequest({
        idempotencyKey: `round-${round}`,
        requesterRef: 'user:default/nia',
      }),
      by,
    );
    const holds = await attempt(() =>
      store.transition(request.id, {
        rowVersion: 1,
        set: { holdsResources: true },
        events: [{ type: 'submitted', ...by }],
      }),
    );
    if (holds) result.held.push(request.id);

    const id = ids[round];
    const moved = await attempt(() =>
      store.transition(id, {
        rowVersion: 1,
        set: { decision: 'approved' },
        events: [{ type: 'approved', ...by }],
        job: { phase: 'execute', runAt: new Date(0) },
        outbox: [{ channel: 'signal', payload: {} }],
      }),
    );
    if (moved) result.moved.push(id);
    await store.appendEvent(id, { type: 'refused', ...by });

    const job = await store.lease({ owner: name, forMilliseconds: 600_000 });
    if (job) result.leased.push(`${job.requestId} ${job.fence}`);
    const messages = await store.takeOutbox({
      owner: name,
      limit: 3,
      forMilliseconds: 600_000,
    });
    result.taken.push(...messages.map(message => message.id));
  }
  await knex.destroy();
  return result;
}

race(JSON.parse(process.argv[2])).then(
  result => {
    process.stdout.write(`${JSON.stringify(result)}\n`);
    process.exit(0);
  },
  error => {
    process.stderr.write(`${error?.stack ?? error}\n`);
    process.exit(1);
  },
);
