// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type { RequestStep, StepPhase } from '@fairway/requests-common';
import type { Knex } from 'knex';
import { insertAll } from './connection';

/** In the order in which a request may come to them. */
const PHASES: readonly StepPhase[] = [
  'submit',
  'execute',
  'close',
  'compensate',
];

interface StepRow {
  request_id: string;
  phase: StepPhase;
  step_id: string;
  position: number;
  title: string;
  status: RequestStep['status'];
  irreversible: boolean | number;
  attempt: number;
  waiting_for: string | null;
  failure: string | null;
  outputs: string | null;
  started_at: string | null;
  ended_at: string | null;
}

/** Replaces the steps of a phase. The row of the request has to be locked. */
export async function replaceSteps(
  transaction: Knex.Transaction,
  requestId: string,
  options: { phase: StepPhase; steps: RequestStep[] },
): Promise<void> {
  const { phase, steps } = options;
  await transaction('requests_steps')
    .where({ request_id: requestId, phase })
    .delete();
  await insertAll(
    transaction,
    'requests_steps',
    steps.map((step, index) => toRow(requestId, step, index + 1)),
  );
}

/** Writes one step that changed; its place stays. */
export async function writeStep(
  transaction: Knex.Transaction,
  requestId: string,
  step: RequestStep,
): Promise<void> {
  const { position: _position, ...columns } = toRow(requestId, step, 0);
  const updated = await transaction('requests_steps')
    .where({
      request_id: requestId,
      phase: step.phase,
      step_id: step.id,
    })
    .update(columns);
  if (updated !== 1) {
    throw new Error(
      `Request "${requestId}" has no step "${step.id}" in phase "${step.phase}"; write the steps of the phase first`,
    );
  }
}

/** By phase, and in each as they run. */
export async function readSteps(
  knex: Knex,
  requestId: string,
): Promise<RequestStep[]> {
  const rows = await knex<StepRow>('requests_steps')
    .where({ request_id: requestId })
    .orderBy('position');
  return PHASES.flatMap(phase =>
    rows.filter(row => row.phase === phase).map(fromRow),
  );
}

function toRow(
  requestId: string,
  step: RequestStep,
  position: number,
): StepRow {
  return {
    request_id: requestId,
    phase: step.phase,
    step_id: step.id,
    position,
    title: step.title,
    status: step.status,
    irreversible: step.irreversible,
    attempt: step.attempt,
    waiting_for: step.waitingFor ?? null,
    failure: step.failure ? JSON.stringify(step.failure) : null,
    outputs: step.outputs ? JSON.stringify(step.outputs) : null,
    started_at: step.startedAt ?? null,
    ended_at: step.endedAt ?? null,
  };
}

function fromRow(row: StepRow): RequestStep {
  return {
    id: row.step_id,
    phase: row.phase,
    title: row.title,
    status: row.status,
    irreversible: Boolean(row.irreversible),
    attempt: row.attempt,
    ...(row.waiting_for !== null && { waitingFor: row.waiting_for }),
    ...(row.failure !== null && { failure: JSON.parse(row.failure) }),
    ...(row.outputs !== null && { outputs: JSON.parse(row.outputs) }),
    ...(row.started_at !== null && { startedAt: row.started_at }),
    ...(row.ended_at !== null && { endedAt: row.ended_at }),
  };
}
