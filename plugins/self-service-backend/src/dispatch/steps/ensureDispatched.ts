// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type { JsonObject } from '@backstage/types';
import type { StepResult } from '@fairway/requests-node';
import { templatesOf } from '../receivers/templatesOf';
import { handsOutToken, type TemplateContext } from '../receivers/template';
import type { Receiver } from '../receivers/types';
import type { Dispatch, SendResult, Transport } from '../transports/types';
import { reportsOf } from '../reports';
import {
  type DispatchContext,
  type DispatchParts,
  type DispatchState,
  keptState,
  stateOf,
} from '../types';

/** Of something that certainly did not get there. */
const TRIES = 6;
/** Reports that are under way when the time is over. */
const TOKEN_GRACE = 5 * 60_000;

/** It is there, for this attempt. */
export interface Taken {
  status: 'taken';
  receiver: Receiver;
  state: DispatchState;
}

/** By which a receiver, and a run, know an attempt of a request. */
export const keyOf = (requestId: string, { attempt }: DispatchState) =>
  `${requestId}.${attempt}`;

/**
 * Tells the receiver, unless it was told in this attempt. That it may have been told is kept before it is, so that after
 * a crash the transport knows to look first, or to send the same under the same key.
 */
export async function ensureDispatched(
  context: DispatchContext,
  parts: DispatchParts,
): Promise<Taken | Exclude<StepResult, { status: 'done' | 'finished' }>> {
  const { now, request } = context;
  const receiver = parts.receivers.get(context.plan.receiver);
  const before = stateOf(request);
  if (before.takenAt) return { status: 'taken', receiver, state: before };
  if (before.sentAt && reportsOf(context, before).length > 0) {
    // Its answer got lost, and it has spoken since.
    return taken(context, { receiver, state: before });
  }
  // Whoever asked may do so at this moment, or nothing is sent.
  await parts.gate.decide({
    userRef: request.requesterRef,
    receiver,
    payload: request.payload,
  });
  const state = { ...before, sentAt: before.sentAt || now.toISOString() };
  await context.keep(keptState(state));
  const values = await valuesOf(context, { parts, receiver, state });
  const result = await sent(
    {
      receiver,
      key: keyOf(request.id, state),
      requestId: request.id,
      attempt: state.attempt,
      targetRef: context.plan.targetRef,
      values,
      ...(before.sentAt && { mayHaveGoneAt: new Date(before.sentAt) }),
      now,
      signal: context.signal,
    },
    parts,
  );
  switch (result.status) {
    case 'taken':
      return taken(context, { receiver, state });
    case 'look-again':
      return { ...result, status: 'waiting' };
    default:
      return notTaken(result, { context, parts, before });
  }
}

async function taken(
  context: DispatchContext,
  { receiver, state }: Pick<Taken, 'receiver' | 'state'>,
): Promise<Taken> {
  const kept = { ...state, takenAt: context.now.toISOString(), tries: 0 };
  await context.keep(keptState(kept));
  return { status: 'taken', receiver, state: kept };
}

function sent(dispatch: Dispatch, parts: DispatchParts): Promise<SendResult> {
  const { transport } = dispatch.receiver;
  // Each transport is given its own receivers: they are read together.
  const sender = parts.transports[transport] as Transport<Receiver>;
  return sender.send(dispatch);
}

/** Nobody was told anything, so it can still be cancelled; unless an earlier attempt left that open. */
function notTaken(
  result: Extract<SendResult, { status: 'not-taken' }>,
  {
    context,
    parts,
    before,
  }: { context: DispatchContext; parts: DispatchParts; before: DispatchState },
): Exclude<StepResult, { status: 'done' | 'finished' }> {
  const { code, final, message } = result;
  const untouched = before.sentAt ? {} : { untouched: true as const };
  const tries = before.tries + 1;
  if (final || tries >= TRIES) {
    return {
      status: 'failed',
      code,
      message,
      next: 'See that the receiver is there and configured as it should be, then retry.',
      retryable: true,
      outputs: keptState({ ...before, tries: 0 }),
      ...untouched,
    };
  }
  const pause = parts.firstPauseMilliseconds * 2 ** (tries - 1);
  return {
    status: 'waiting',
    until: new Date(context.now.getTime() + pause),
    waitingFor: `the receiver: ${message}`,
    outputs: keptState({ ...before, tries }),
    ...untouched,
  };
}

async function valuesOf(
  context: DispatchContext,
  options: { parts: DispatchParts; receiver: Receiver; state: DispatchState },
): Promise<TemplateContext> {
  const { now, plan, request } = context;
  const { parts, receiver, state } = options;
  const { environment, service, targetRef } = plan;
  const { attempt } = state;
  const token = wantsToken(receiver)
    ? await parts.tokens.issue({
        requestId: request.id,
        attempt,
        subject: `dispatch:${receiver.name}`,
        expiresAt: new Date(
          now.getTime() + receiver.timeoutMilliseconds + TOKEN_GRACE,
        ),
      })
    : undefined;
  const { id, number, title, requesterRef } = request;
  return {
    request: {
      ...{ id, number, attempt, title },
      key: keyOf(id, state),
      requester: requesterRef,
      url: parts.urlOf(id),
    },
    target: { environment, service, ref: targetRef },
    operation: plan.operation,
    ...(plan.resource && { resource: plan.resource }),
    ...(plan.entity && { entity: plan.entity as JsonObject }),
    ...(plan.lifetime && { lifetime: plan.lifetime }),
    values: plan.values,
    ...(token && {
      report: { url: await parts.reportUrlOf(id), token },
    }),
  };
}

function wantsToken(receiver: Receiver): boolean {
  return handsOutToken(templatesOf(receiver));
}
