// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type { JsonObject } from '@backstage/types';
import type {
  RequestDetail,
  RequestStep,
  RequestSummary,
  Risk,
} from '@fairway/requests-common';
import type { StoredRequest } from '../store/types';
import { pendingRows, stepsOf } from '../worker/stepsOf';
import { progressOf, refusalToDecide } from './approval';
import { actionsFor, type Look } from './guards';
import { shownOutputs } from './outputs';
import type { Planner } from './Planner';
import type { RequestParts } from './parts';
import type { Loaded } from './Transitions';

const LEVELS: Risk['level'][] = ['low', 'medium', 'high'];

/** What a list shows of a request. */
export function summaryOf(
  request: StoredRequest,
  { waitingForMe }: { waitingForMe: boolean },
): RequestSummary {
  const { id, number, kind, operation, title, resourceRefs } = request;
  const { environmentRef, ownerRef, requesterRef, statusLabel } = request;
  const { decision, execution, revision, decideBy } = request;
  const risk = LEVELS.filter(level =>
    request.risks.some(each => each.level === level),
  ).at(-1);
  return {
    id,
    number,
    kind,
    operation,
    title,
    resourceRefs,
    ...(environmentRef && { environmentRef }),
    ...(ownerRef && { ownerRef }),
    requesterRef,
    decision,
    execution,
    ...(statusLabel && { statusLabel }),
    ...(risk && { risk }),
    revision,
    ...(decideBy && { decideBy: decideBy.toISOString() }),
    waitingForMe,
    createdAt: request.createdAt.toISOString(),
    ...(request.submittedAt && {
      submittedAt: request.submittedAt.toISOString(),
    }),
    updatedAt: request.updatedAt.toISOString(),
  };
}

/** A request, whole, in the eyes of somebody. */
export function detailOf(
  look: Look,
  { parts, planner }: { parts: RequestParts; planner: Planner },
): RequestDetail {
  const { request, decisions } = look.loaded;
  const { justification, summary, failure, draftExpiresAt } = request;
  const { plan, planDigest, view, risks, checks, approval } = request;
  const { authorRefs, links, outputs, rowVersion } = request;
  return {
    ...summaryOf(request, { waitingForMe: isAwaited(look) }),
    ...(justification && { justification }),
    payload: planner.shown(request.kind, request.payload) as JsonObject,
    plan,
    planDigest,
    view,
    risks,
    checks,
    approval,
    stages: progressOf(request, decisions).stages,
    decisions,
    authorRefs,
    steps: stepsShown(look.loaded, { parts, planner }),
    ...(failure && { failure }),
    links,
    outputs: shownOutputs(outputs),
    ...(summary && { summary }),
    ...(draftExpiresAt && { draftExpiresAt: draftExpiresAt.toISOString() }),
    rowVersion,
    actions: actionsFor(look),
  };
}

/** Whether somebody's word would bring the request further. */
export function isAwaited(look: Look): boolean {
  const { request } = look.loaded;
  return request.decision === 'pending' && !refusalToDecide(look);
}

/** The steps as they stand, and before the approval those that it would set going. */
function stepsShown(
  loaded: Loaded,
  { parts, planner }: { parts: RequestParts; planner: Planner },
): RequestStep[] {
  const { request, decisions } = loaded;
  const isApproved = request.decision === 'approved';
  // Those of an approval that lapsed are no longer what will be done.
  const steps = loaded.steps.filter(
    ({ phase }) => phase !== 'execute' || isApproved,
  );
  const isOpen =
    isApproved ||
    request.decision === 'draft' ||
    request.decision === 'pending' ||
    request.decision === 'changes-requested';
  const kind = parts.kinds.get(request.kind);
  const input = {
    ...planner.kindContext({ request, decisions }),
    plan: request.plan,
  };
  const following = (phase: 'submit' | 'execute') =>
    isOpen && !steps.some(step => step.phase === phase)
      ? pendingRows(phase, stepsOf(kind, phase, input))
      : [];
  return [
    ...(request.decision === 'draft' ? following('submit') : []),
    ...steps.filter(({ phase }) => phase === 'submit'),
    ...following('execute'),
    ...steps.filter(({ phase }) => phase !== 'submit'),
  ].map(({ outputs, ...step }) => ({
    ...step,
    ...(outputs && { outputs: shownOutputs(outputs) }),
  }));
}
