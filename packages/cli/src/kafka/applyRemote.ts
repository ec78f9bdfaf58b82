// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { RequestDetail } from '@fairway/requests-common';
import { EXIT } from '../exit';
import { inPortalsWords } from '../requests/portal';
import { type PlaceOptions, planOf, printRefusal } from './planRemote';
import { kafkaOf } from './portal';
import { print, printJson } from './words';

const FIRST_PAUSE_MS = 250;
const LONGEST_PAUSE_MS = 5_000;

/** Options of `kafka apply`, as commander hands them over. */
export interface ApplyOptions extends PlaceOptions {
  reason?: string;
  /** The same key again is the same request: a pipeline that is run again gives the one of its first run. */
  key?: string;
  /** False: ends when the request is submitted. */
  wait: boolean;
}

/**
 * Asks for everything that a file wants, as one request, and waits until it is
 * applied. Ends with 1 where the plan is refused, or the request is rejected or
 * fails. Nobody's approval is skipped: waiting is all that a pipeline can do.
 */
export async function applyRemote(
  path: string,
  options: ApplyOptions,
): Promise<number> {
  const plan = await planOf(path, options);
  if (plan.outcome === 'refused') {
    if (options.json) printJson(plan);
    else printRefusal(plan.codes, plan.problems);
    return EXIT.refused;
  }
  const { request: wanted } = plan;
  if (!wanted) {
    if (options.json) printJson(plan);
    else print(['Nothing to do: all is as desired.']);
    return EXIT.ok;
  }
  const { requests, call } = kafkaOf(options);
  return inPortalsWords(
    { ...options, plugin: 'kafka-self-serve' },
    async () => {
      const { request } = await requests.create(
        {
          ...wanted,
          justification: options.reason,
          submit: 'now',
          idempotencyKey: options.key ?? randomUUID(),
        },
        call,
      );
      if (!options.json) {
        print([`Request ${request.number} (${request.id}) is submitted`]);
      }
      const end = options.wait
        ? await untilEnd(() => requests.get(request.id, call), options)
        : request;
      if (options.json) printJson(end);
      return options.wait && end.execution !== 'succeeded'
        ? EXIT.refused
        : EXIT.ok;
    },
  );
}

async function untilEnd(
  load: () => Promise<RequestDetail>,
  { json }: ApplyOptions,
): Promise<RequestDetail> {
  let said = '';
  for (let wait = FIRST_PAUSE_MS; ; wait *= 1.5) {
    const request = await load();
    const state = stateOf(request);
    if (state !== said && !json) print([state]);
    said = state;
    if (hasEnded(request)) return request;
    await pause(Math.min(wait, LONGEST_PAUSE_MS));
  }
}

/** A failed one waits for a person; a pipeline does not. */
function hasEnded({ decision, execution }: RequestDetail): boolean {
  return (
    ['rejected', 'cancelled', 'expired', 'changes-requested'].includes(
      decision,
    ) ||
    ['succeeded', 'failed', 'partially-applied', 'compensated'].includes(
      execution,
    )
  );
}

function stateOf(request: RequestDetail): string {
  const { decision, execution, steps } = request;
  const failure = steps.find(({ status }) => status === 'failed')?.failure;
  if (failure) return `${execution}: ${failure.message}`;
  return execution === 'none' ? decision : `${decision}, ${execution}`;
}
