// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type { RequestDetail } from '@fairway/requests-common';

/** In their order. */
export type FirstStepId =
  | 'order'
  | 'diff'
  | 'persona'
  | 'approve'
  | 'apply'
  | 'catalog';

/** What is known of the order that the first steps follow. */
export interface FollowedOrder {
  /** Entity ref of whoever looks. */
  me: string;
  /** Absent where nothing was ordered, or where it may not be seen by whoever looks. */
  request?: RequestDetail;
  /** Something was ordered in this browser that whoever looks may not see. */
  isOutOfSight: boolean;
  /** Its plan was on the screen in this browser. */
  hasSeenPlan: boolean;
  /** Entity ref, when it is in the catalog. */
  entityRef?: string;
}

/** A step, and whether it is done. */
export interface FirstStep {
  id: FirstStepId;
  isDone: boolean;
}

/** Whether nothing more comes of it. */
export const isOver = ({
  decision,
}: Pick<RequestDetail, 'decision'>): boolean =>
  ['rejected', 'cancelled', 'expired'].includes(decision);

/** The six steps from the order to the catalog, ticked by what became of the order. */
export function firstStepsOf(order: FollowedOrder): FirstStep[] {
  const { me, request, isOutOfSight, hasSeenPlan, entityRef } = order;
  const isApproved = request?.decision === 'approved';
  const isApplied = request?.execution === 'succeeded';
  const byOther = request?.decisions.some(
    ({ approverRef }) => approverRef !== request.requesterRef,
  );
  const isOther = !!request && request.requesterRef !== me;
  const done: Record<FirstStepId, boolean> = {
    order: !!request || isOutOfSight,
    // Whoever decided had the plan before their eyes.
    diff: hasSeenPlan || !!byOther,
    // Approved by rule takes nobody.
    persona: isOutOfSight || isOther || !!byOther || isApproved,
    approve: isApproved,
    apply: isApplied,
    catalog: isApplied && !!entityRef,
  };
  return (Object.keys(done) as FirstStepId[]).map(id => ({
    id,
    isDone: done[id],
  }));
}
