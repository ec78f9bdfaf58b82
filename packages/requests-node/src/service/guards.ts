// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

// Who may do what with a request, now. The service throws what these give; the page shows the same words.
import {
  type Execution,
  hasEnded,
  type RequestAction,
  type RequestActionName,
  type RequestState,
  type StateEvent,
} from '@fairway/requests-common';
import { requestError } from '../errors';
import { refusalToDecide } from './approval';
import { refusalOf, stateOf } from './life';
import type { Loaded } from './Transitions';
import type { Caller } from './types';

/** A request in the eyes of somebody. */
export interface Look {
  loaded: Loaded;
  caller: Caller;
  /** The caller and all their groups, at this moment. */
  refs: string[];
}

const EXECUTION_FAILED: Execution[] = ['failed', 'partially-applied'];

const intersects = (some: string[], others: string[]) =>
  some.some(ref => others.includes(ref));

export const isRequester = ({ loaded, caller }: Look): boolean =>
  loaded.request.requesterRef === caller.actor.ref;

export function refusalToRead(look: Look): Error | undefined {
  const { loaded, caller, refs } = look;
  const { request } = loaded;
  if (
    caller.isAdministrator ||
    isRequester(look) ||
    request.authorRefs.includes(caller.actor.ref) ||
    intersects(request.readerRefs, refs)
  ) {
    return undefined;
  }
  return requestError('request-not-readable', {
    user: caller.actor.ref,
    number: request.number,
  });
}

/** What hinders somebody who may read the request; nothing if they may do it. */
export function refusalTo(
  action: RequestActionName,
  look: Look,
): Error | undefined {
  const { loaded } = look;
  const state = stateOf(loaded);
  switch (action) {
    case 'submit':
      return notOf(look, 'submit') ?? refusalOf(state, { type: 'submit' });
    case 'discard':
      return notOf(look, 'discard') ?? refusalOf(state, { type: 'discard' });
    case 'revise': {
      const theirs = isDecider(look) ? undefined : notOf(look, 'revise');
      return theirs ?? refusalOf(state, { type: 'revise' });
    }
    case 'approve':
      return refusalToApprove(state) ?? refusalToDecide(look, 'approved');
    case 'reject':
      return (
        refusalOf(state, { type: 'reject' }) ??
        refusalToDecide(look, 'rejected')
      );
    case 'request-changes':
      return (
        refusalOf(state, { type: 'request-changes' }) ??
        refusalToDecide(look, 'changes-requested')
      );
    case 'cancel':
      return (
        notOf(look, 'cancel', { administrators: true }) ??
        refusalOf(state, ...cancelEvents(loaded))
      );
    case 'retry':
      return notOf(look, 'retry', { administrators: true }) ?? noRetry(loaded);
    default:
      return undefined;
  }
}

/** Why a state takes no approval, whoever says it; which stages are complete is asked later. */
export function refusalToApprove(state: RequestState): Error | undefined {
  const refusal = refusalOf(state, { type: 'approve', stages: [] });
  const code = refusal && (refusal as { code?: unknown }).code;
  return code === 'approval-incomplete' ? undefined : refusal;
}

/** Whoever decides may also set right what they see while it is open, and then decides no more. */
function isDecider(look: Look): boolean {
  const { decision } = look.loaded.request;
  if (decision !== 'pending' && decision !== 'changes-requested') return false;
  const loaded = { ...look.loaded, decisions: [] };
  return !refusalToDecide({ ...look, loaded }, 'changes-requested');
}

/** A failed one is taken up again only to be ended: what it holds is free then. */
export function cancelEvents({ request }: Loaded): StateEvent[] {
  return request.execution === 'failed'
    ? [{ type: 'retry' }, { type: 'cancel' }]
    : [{ type: 'cancel' }];
}

export function actionsFor(
  look: Look,
): Record<RequestActionName, RequestAction> {
  const ended = endedRefusals(look);
  const action = (name: RequestActionName): RequestAction => {
    // That it is over is the cause, whoever asks.
    const because = (ended[name] ?? refusalTo(name, look))?.message;
    return because ? { allowed: false, because } : { allowed: true };
  };
  return {
    submit: action('submit'),
    discard: action('discard'),
    revise: action('revise'),
    approve: action('approve'),
    reject: action('reject'),
    'request-changes': action('request-changes'),
    cancel: action('cancel'),
    retry: action('retry'),
    comment: action('comment'),
  };
}

/** What nobody can do any more; a clean-up that failed can still be tried again, and everybody may comment. */
function endedRefusals({
  loaded,
}: Look): Partial<Record<RequestActionName, Error>> {
  const state = stateOf(loaded);
  if (!hasEnded(state)) return {};
  return {
    submit: refusalOf(state, { type: 'submit' }),
    discard: refusalOf(state, { type: 'discard' }),
    revise: refusalOf(state, { type: 'revise' }),
    approve: refusalToApprove(state),
    reject: refusalOf(state, { type: 'reject' }),
    'request-changes': refusalOf(state, { type: 'request-changes' }),
    cancel: refusalOf(state, { type: 'cancel' }),
  };
}

function notOf(
  look: Look,
  action: string,
  { administrators = false } = {},
): Error | undefined {
  const { request } = look.loaded;
  if (isRequester(look)) return undefined;
  if (administrators && look.caller.isAdministrator) return undefined;
  return requestError('request-not-yours', {
    user: look.caller.actor.ref,
    action,
    number: request.number,
    allowed: `${request.requesterRef}, who made it${
      administrators ? ', and administrators' : ''
    }`,
  });
}

/** Why no step of it can be tried again, whoever wants it. */
export function noRetry({ request, steps }: Loaded): Error | undefined {
  const { failure, number } = request;
  if (!failure) {
    return requestError('retry-not-possible', {
      number,
      reason: 'no step of it has failed',
    });
  }
  if (!failure.retryable) {
    return requestError('retry-not-possible', {
      number,
      reason: `its step "${failure.stepId}" would fail again as it is${
        failure.next ? ` (${failure.next})` : ''
      }`,
    });
  }
  // The other phases leave the two fields as they are.
  return EXECUTION_FAILED.includes(request.execution)
    ? refusalOf(stateOf({ request, steps }), { type: 'retry' })
    : undefined;
}
