// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type { StepPhase } from '@fairway/requests-common';
import type { Knex } from 'knex';
import { requestError } from '../errors';
import { inTransaction, isPostgres, rowsOf } from './connection';
import type { StoredJob, Transition } from './types';

interface JobRow {
  request_id: string;
  phase: StepPhase;
  run_at: string | null;
  woken: boolean | number;
  lease_owner: string | null;
  lease_until: string | null;
  fence: number;
}

/**
 * Takes the job that is due longest. On PostgreSQL a row that another worker is just taking is passed over; on SQLite one
 * writes at a time.
 */
export async function leaseJob(
  knex: Knex,
  options: { owner: string; now: Date; forMilliseconds: number },
): Promise<StoredJob | undefined> {
  const { owner, forMilliseconds } = options;
  const now = options.now.toISOString();
  const until = later(options.now, forMilliseconds);
  const [row] = await inTransaction(knex, transaction =>
    rowsOf<JobRow>(
      transaction,
      `with due as materialized (
         select request_id from requests_jobs
         where run_at <= ? and (lease_until is null or lease_until <= ?)
         order by run_at limit 1
         ${isPostgres(knex) ? 'for update skip locked' : ''}
       )
       update requests_jobs
       set lease_owner = ?, lease_until = ?, fence = fence + 1, woken = false
       where request_id in (select request_id from due)
       returning *`,
      [now, now, owner, until],
    ),
  );
  return row && fromJobRow(row);
}

export async function renewJob(
  knex: Knex,
  job: StoredJob,
  options: { now: Date; forMilliseconds: number },
): Promise<boolean> {
  const updated = await knex('requests_jobs')
    .where({
      request_id: job.requestId,
      fence: job.fence,
      lease_owner: job.leaseOwner ?? '',
    })
    .update({ lease_until: later(options.now, options.forMilliseconds) });
  return updated === 1;
}

/**
 * What a transition does to the work of its request. The row of the request has to be locked.
 *
 * A lease stays until it is given back or ends, whoever changes the request meanwhile: its worker may be in the middle of
 * a step, and no other may begin beside it.
 *
 * @throws ConflictError `lease-lost`
 */
export async function writeJob(
  transaction: Knex.Transaction,
  request: { id: string; number: number },
  options: Pick<Transition, 'fence' | 'job' | 'release'> & { now: Date },
): Promise<void> {
  const { fence, job, release, now } = options;
  if (fence === undefined && job === undefined && !release) return;

  const [row] = await rowsOf<JobRow>(
    transaction,
    `select * from requests_jobs where request_id = ?
     ${isPostgres(transaction) ? 'for update' : ''}`,
    [request.id],
  );
  if (fence !== undefined && (row?.fence !== fence || !row.lease_owner)) {
    throw requestError('lease-lost', { number: request.number, fence });
  }

  const set: Partial<JobRow> = {};
  if (job === 'none') Object.assign(set, { run_at: null, woken: false });
  else if (job) {
    // A message that came since the lease was not seen by the step, so it runs again at once.
    const due = row?.woken && job.runAt > now ? now : job.runAt;
    Object.assign(set, { phase: job.phase, run_at: due.toISOString() });
  }
  if (release) Object.assign(set, { lease_owner: null, lease_until: null });
  if (row) {
    if (Object.keys(set).length === 0) return;
    await transaction('requests_jobs')
      .where({ request_id: request.id })
      .update(set);
  } else if (job && job !== 'none') {
    await transaction('requests_jobs').insert({
      request_id: request.id,
      woken: false,
      fence: 0,
      ...set,
    });
  }
}

/** Makes the work of a request due now. */
export async function wakeJob(
  transaction: Knex.Transaction,
  requestId: string,
  now: Date,
): Promise<void> {
  const at = now.toISOString();
  await transaction.raw(
    `update requests_jobs
     set woken = true, run_at = case when run_at > ? then ? else run_at end
     where request_id = ? and run_at is not null`,
    [at, at, requestId],
  );
}

export function later(now: Date, milliseconds: number): string {
  return new Date(now.getTime() + milliseconds).toISOString();
}

function fromJobRow(row: JobRow): StoredJob {
  return {
    requestId: row.request_id,
    phase: row.phase,
    runAt: new Date(row.run_at!),
    fence: row.fence,
    ...(row.lease_owner !== null && { leaseOwner: row.lease_owner }),
    ...(row.lease_until !== null && { leaseUntil: new Date(row.lease_until) }),
  };
}
