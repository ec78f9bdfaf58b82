// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type {
  Decision,
  Execution,
  RequestEvent,
} from '@fairway/requests-common';
import { eventHash, FIRST_PREV_HASH } from '@fairway/requests-common';
import type { Knex } from 'knex';
import { Audiences } from '../Audiences';
import { toEventRow } from '../chain';
import { insertAll } from '../connection';
import { dueAt } from '../dueAt';
import {
  audiencesOf,
  recusedRefs,
  type RequestAudiences,
  toListRow,
} from '../listRow';
import { resourceRows } from '../resources';
import { toColumns } from '../rows';
import type { StoredRequest } from '../types';
import { newRequest, NOW } from './newRequest';

/** How many of each 100 requests are in which state. */
const STATES: [share: number, decision: Decision, execution: Execution][] = [
  [3, 'draft', 'none'],
  [10, 'pending', 'none'],
  [1, 'changes-requested', 'none'],
  [5, 'rejected', 'none'],
  [3, 'cancelled', 'none'],
  [1, 'expired', 'none'],
  [1, 'approved', 'queued'],
  [1, 'approved', 'running'],
  [3, 'approved', 'waiting'],
  [2, 'approved', 'failed'],
  [70, 'approved', 'succeeded'],
];
const OF_100 = STATES.flatMap(([share, decision, execution]) =>
  Array.from({ length: share }, () => ({ decision, execution })),
);
const ENVIRONMENTS = ['dev', 'test', 'staging', 'prod'];
const KINDS = ['change', 'kafka.topic', 'kafka.access'];
export const TEAMS = 200;
const PEOPLE = 1_000;
const AT_ONCE = 200;

/** The request with a number: the same one always. Five people a team; the platform team decides about, and reads, prod. */
export function seededRequest(number: number): StoredRequest {
  // Neighbours differ in everything: a stride that has no factor in common with any of the counts.
  const mixed = (number * 7_919) % 100_003;
  const person = mixed % PEOPLE;
  const team = `group:default/team-${person % TEAMS}`;
  const environment = ENVIRONMENTS[mixed % 4];
  const kind = KINDS[mixed % 3];
  const { decision, execution } = OF_100[(mixed * 31) % 100];
  const decider =
    environment === 'prod' ? 'group:default/platform' : `${team}-owners`;
  const requesterRef = `user:default/person-${person}`;
  const createdAt = new Date(NOW.getTime() + number * 60_000);
  return {
    ...newRequest({
      id: `00000000-0000-7000-8000-${String(number).padStart(12, '0')}`,
      requesterRef,
    }),
    number,
    rowVersion: 1,
    kind,
    title: `Order ${environment} store ${mixed} for team ${person % TEAMS}`,
    resourceRefs: [
      `infrastructure-live:/1111/eu-west-1/${environment}/store-${mixed}`,
    ],
    environmentRef: environment,
    ownerRef: team,
    decision,
    execution,
    readerRefs: [team, decider],
    deciderRefs: decision === 'pending' ? [decider] : [],
    decideBy: decision === 'pending' ? createdAt : undefined,
    createdAt,
    updatedAt: createdAt,
  };
}

/** Writes the requests 1 to `count` into empty tables, as the store would have, but quickly. */
export async function seedRequests(
  knex: Knex,
  options: { count: number; request?: (number: number) => StoredRequest },
): Promise<void> {
  const { count, request = seededRequest } = options;
  const audiences = new Audiences(knex);
  for (let first = 1; first <= count; first += AT_ONCE) {
    const length = Math.min(AT_ONCE, count - first + 1);
    const requests = Array.from({ length }, (_, n) => request(first + n));
    const sets: RequestAudiences[] = [];
    for (const one of requests) sets.push(await audiencesOf(audiences, one));
    const events = requests.map(firstEvent);
    await knex.transaction(async transaction => {
      const insert = (table: string, rows: object[]) =>
        insertAll(transaction, table, rows);
      await insert(
        'requests',
        requests.map((one, index) => ({
          ...toColumns(withoutCounters(one)),
          number: one.number,
          row_version: 1,
          event_count: 1,
          head_hash: events[index].hash,
          due_at: dueAt(one) ?? null,
        })),
      );
      await insert('requests_events', events.map(toEventRow));
      await insert(
        'requests_list',
        requests.map((one, index) => toListRow(one, sets[index])),
      );
      await insert('requests_resources', requests.flatMap(resourceRows));
      await insert(
        'requests_recused',
        requests.flatMap(one =>
          one.deciderRefs.length === 0
            ? []
            : recusedRefs(one, []).map(ref => ({
                user_ref: ref,
                number: one.number,
              })),
        ),
      );
    });
  }
  if (knex.client.config.client === 'pg') {
    await knex.raw(
      `select setval(pg_get_serial_sequence('requests', 'number'), ?)`,
      [count],
    );
    await knex.raw('vacuum analyze');
  }
}

function withoutCounters(request: StoredRequest) {
  const { number: _number, rowVersion: _rowVersion, ...fields } = request;
  return fields;
}

function firstEvent(request: StoredRequest): RequestEvent {
  const event = {
    requestId: request.id,
    sequence: 1,
    type: 'created',
    actorRef: request.requesterRef,
    at: request.createdAt.toISOString(),
    data: {},
  };
  const prevHash = FIRST_PREV_HASH;
  return { ...event, prevHash, hash: eventHash({ prevHash, event }) };
}
