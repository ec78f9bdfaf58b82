// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

// Requests that did not simply come true: one waits out its grace period, one was stopped in it, one failed because somebody
// began to read, one did half of what it was to do, nobody decided about one in time. And access that ends soon, and that just has.
import fs from 'node:fs';
import path from 'node:path';
import { whileRead } from '../demo-kafka-records.mjs';
import { dataFolder } from '../demo.mjs';
import { waitFor } from '../wait.mjs';
import { access, topic } from './payloads.mjs';
import { DATA_PLATFORM } from './requests.mjs';

const WITHIN_MS = 60_000;
const SECOND_MS = 1_000;
const DAY_MS = 86_400_000;
/** Grace of the deletion that fails: long enough for somebody to begin to read. */
const MOMENT_DAYS = (15 * SECOND_MS) / DAY_MS;

const from = milliseconds => new Date(Date.now() + milliseconds).toISOString();

const remove = (environment, name, more = {}) => ({
  kind: 'kafka.topic',
  payload: {
    operation: 'delete',
    environment,
    name,
    typedName: name,
    ...more,
  },
});

/** @param portal - `done` asks and waits until it is done, `make` asks, `decide` says a verdict, `see` reads a request */
export async function endOtherwise(portal) {
  await endingAccess(portal);
  await waitingDeletion(portal);
  await stoppedDeletion(portal);
  // Side by side: each waits out the same moment.
  await Promise.all([failedDeletion(portal), halfDoneMove(portal)]);
  await undecided(portal);
}

async function endingAccess({ done }) {
  const reader = (name, until, key) =>
    done(
      {
        by: 'pia',
        why: 'To compare a few days of orders and payments.',
        order: access('dev', {
          by: 'payments',
          to: name,
          group: `payments.${key}`,
          expiresAt: from(until),
        }),
        yes: ['otto'],
      },
      key,
    );
  await reader('orders.shipped', 5 * DAY_MS, 'ending-access');
  await reader('orders.returned', 30 * SECOND_MS, 'ended-access');
}

async function untilWaiting({ see }, request, by) {
  await waitFor(
    `"${request.title}" to wait`,
    async () => (await see(by, request)).execution === 'waiting',
    { withinMs: WITHIN_MS },
  );
}

async function waitingDeletion(portal) {
  const { done, make, decide } = portal;
  await done(
    {
      by: 'otto',
      order: topic('staging', 'orders.load-test', { size: 'S' }),
      yes: [DATA_PLATFORM],
    },
    'load-test',
  );
  const request = await make(
    {
      by: 'otto',
      why: 'The load test is over.',
      order: remove('staging', 'orders.load-test'),
    },
    'waiting-deletion',
  );
  await decide(request, { by: DATA_PLATFORM, verdict: 'approve' });
  await untilWaiting(portal, request, 'otto');
}

async function stoppedDeletion(portal) {
  const { done, make, decide } = portal;
  await done(
    { by: 'otto', order: topic('dev', 'orders.gifts') },
    'stopped-topic',
  );
  const request = await make(
    {
      by: 'otto',
      why: 'Nobody gives gifts.',
      order: remove('dev', 'orders.gifts', { graceDays: 2 }),
    },
    'stopped-deletion',
  );
  await untilWaiting(portal, request, 'otto');
  await decide(request, {
    by: 'otto',
    verdict: 'cancel',
    comment: 'Somebody does: it stays.',
  });
}

/** The deletion fails, and nothing else was done. */
async function failedDeletion(portal) {
  const name = 'payments.vouchers';
  await portal.done({ by: 'pia', order: topic('dev', name) }, 'failed-topic');
  await keptWhileRead(portal, {
    key: 'failed-deletion',
    by: 'pia',
    why: 'Vouchers are gone.',
    order: remove('dev', name, { graceDays: MOMENT_DAYS }),
    read: name,
    ends: 'failed',
  });
}

/** The deletion fails after the partitions of another topic were raised, which cannot be taken back. */
async function halfDoneMove(portal) {
  const [grows, goes] = ['orders.reviews', 'orders.ratings'];
  for (const name of [grows, goes])
    await portal.done({ by: 'otto', order: topic('dev', name) }, name);
  const partitions = {
    operation: 'partitions',
    environment: 'dev',
    name: grows,
    partitions: 6,
  };
  await keptWhileRead(portal, {
    key: 'half-done',
    by: 'otto',
    why: 'Ratings come with the reviews from now on.',
    order: {
      kind: 'kafka.bundle',
      payload: {
        environment: 'dev',
        items: [
          { kind: 'kafka.topic', payload: partitions },
          remove('dev', goes, { graceDays: MOMENT_DAYS }),
        ],
      },
    },
    read: goes,
    ends: 'partially-applied',
  });
}

/** A topic is kept, since somebody began to read it after all. */
async function keptWhileRead(portal, { key, read, ends, ...wanted }) {
  const { make, see, connections } = portal;
  const { by } = wanted;
  const request = await make(wanted, key);
  await untilWaiting(portal, request, by);
  const reading = { environment: 'dev', topic: read, group: read };
  await whileRead(connections, reading, () =>
    waitFor(
      `"${request.title}" to end as ${ends}`,
      async () => (await see(by, request)).execution === ends,
      { withinMs: WITHIN_MS },
    ),
  );
}

/** Nobody waits for two weeks in a demo: the deadline of this one is moved, and the portal does the rest. */
async function undecided({ make, see }) {
  const request = await make(
    {
      by: 'otto',
      why: 'More room for the sale.',
      order: topic('prod', 'orders.coupons', { size: 'M' }),
    },
    'undecided',
  );
  const file = path.join(dataFolder(), 'db', 'kafka-self-serve.sqlite');
  if (!fs.existsSync(file)) return;
  const { DatabaseSync } = await import('node:sqlite');
  const database = new DatabaseSync(file, { timeout: 10 * SECOND_MS });
  try {
    database
      .prepare(
        'UPDATE requests SET decide_by = :at, due_at = :at WHERE id = :id',
      )
      .run({ at: from(-SECOND_MS), id: request.id });
  } finally {
    database.close();
  }
  await waitFor(
    `"${request.title}" to expire`,
    async () => (await see('otto', request)).decision === 'expired',
    { withinMs: WITHIN_MS },
  );
}
