// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import {
  type ChainReport,
  type RequestEvent,
  verifyChain,
} from '@fairway/requests-common';
import type { Knex } from 'knex';
import { type ChainHead, type EventRow, fromEventRow } from './chain';

/** Requests whose chains are read at once. */
const AT_ONCE = 200;

interface Chain extends ChainHead {
  id: string;
  number: number;
}

/** Verifies the chains in the order of the requests' numbers, up to the first that is broken. */
export async function verifyChains(
  knex: Knex,
  options: { id?: string; signal?: AbortSignal } = {},
): Promise<ChainReport> {
  const { id, signal } = options;
  const report: ChainReport = { ok: true, requests: 0, events: 0 };
  for (let after = 0; ; ) {
    signal?.throwIfAborted();
    const query = knex('requests')
      .where('number', '>', after)
      .orderBy('number')
      .limit(AT_ONCE)
      .select<Chain[]>('id', 'number', 'event_count', 'head_hash');
    const chains = await (id ? query.where({ id }) : query);
    const events = await eventsOf(knex, chains);
    for (const chain of chains) {
      const own = events.get(chain.id) ?? [];
      report.requests += 1;
      report.events += own.length;
      const broken = brokenEvent(chain, own);
      if (broken) return { ...report, ok: false, broken };
      after = chain.number;
    }
    if (chains.length < AT_ONCE || id) break;
  }
  const orphan = id ? undefined : await findOrphan(knex);
  return orphan ? { ...report, ok: false, broken: orphan } : report;
}

async function eventsOf(
  knex: Knex,
  chains: Chain[],
): Promise<Map<string, RequestEvent[]>> {
  const rows = await knex<EventRow>('requests_events')
    .whereIn(
      'request_id',
      chains.map(chain => chain.id),
    )
    .orderBy(['request_id', 'sequence']);
  const byRequest = new Map(
    chains.map(({ id }): [string, RequestEvent[]] => [id, []]),
  );
  for (const row of rows) {
    byRequest.get(row.request_id)?.push(fromEventRow(row));
  }
  return byRequest;
}

function brokenEvent(
  chain: Chain,
  events: RequestEvent[],
): ChainReport['broken'] {
  const { id, number, event_count: count, head_hash: head } = chain;
  const broken = verifyChain(events);
  if (broken) return { ...broken, number };
  const last = events.at(-1);
  if (last?.sequence === count && last.hash === head) return undefined;
  const missing = (last?.sequence ?? 0) < count;
  return {
    requestId: id,
    number,
    sequence: missing ? (last?.sequence ?? 0) + 1 : count + 1,
    problem: missing
      ? `It is missing: the request had ${count} events.`
      : 'It does not end where the request says that its history ends.',
  };
}

/** Events whose request is gone; their number is not known any more. */
async function findOrphan(knex: Knex): Promise<ChainReport['broken']> {
  const row = await knex<EventRow>('requests_events')
    .whereNotIn('request_id', knex('requests').select('id'))
    .orderBy(['request_id', 'sequence'])
    .first();
  return (
    row && {
      requestId: row.request_id,
      number: 0,
      sequence: row.sequence,
      problem: 'Its request is gone.',
    }
  );
}
