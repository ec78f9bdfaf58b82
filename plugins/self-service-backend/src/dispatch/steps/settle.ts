// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type { StepResult } from '@fairway/requests-node';
import type { DispatchContext, DispatchParts } from '../types';
import { shownOutputsOf } from '../types';

/** Keeps what was made for the catalog, or takes it out, in the transaction that ends the request. */
export async function settle(
  context: DispatchContext,
  { dispatched, terms }: Pick<DispatchParts, 'dispatched' | 'terms'>,
): Promise<StepResult> {
  const { now, plan, request } = context;
  const { environment, operation, receiver, resource, service } = plan;
  if (!resource) return { status: 'done' };
  const key = { environment, service, resource };
  if (operation === 'delete') {
    return {
      status: 'done',
      also: transaction =>
        dispatched.remove(key, {
          by: { requestId: request.id, requesterRef: request.requesterRef },
          at: now,
          transaction,
        }),
    };
  }
  const known = await dispatched.find(key);
  const { entity = known?.entity ?? { type: receiver } } =
    shownOutputsOf(request);
  const ownerRef = known?.ownerRef ?? request.ownerRef;
  // A later change neither takes its end away nor moves it.
  const lifetime = known?.lifetime ?? plan.lifetime;
  const made = {
    ...key,
    receiver,
    requesterRef: request.requesterRef,
    requestId: request.id,
    entity,
    values: plan.values,
    settledAt: now,
    ...(ownerRef && { ownerRef }),
    ...(lifetime && { lifetime }),
  };
  const ends = await terms.of(request.payload.origin?.templateRef);
  return {
    status: 'done',
    also: transaction => dispatched.settle(made, { terms: ends, transaction }),
  };
}
