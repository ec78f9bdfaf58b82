// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type {
  RequestDetail,
  RequestEvent,
  RequestStep,
  StepPhase,
  StepStatus,
} from './types';

/** @public */
export type ProgressStatus =
  | 'done'
  | 'current'
  | 'waiting'
  | 'failed'
  | 'upcoming'
  | 'skipped';

/** One stage of a request's way, for a stepper. @public */
export interface ProgressStage {
  /** Unique in the request: `requested`, `decision`, `execution`, or phase and step: `execute/merge`. */
  id: string;
  /** `execution` stands for the steps that are only known after the approval. */
  kind: 'requested' | 'decision' | 'execution' | 'verify' | 'step';
  status: ProgressStatus;
  /** Of a step, as its kind words it; the other stages are worded by the page. */
  title?: string;
  /** When it came to this: ISO 8601. */
  at?: string;
  /** Entity refs of whoever did it. */
  actorRefs: string[];
  /** What it waits for or what went wrong, in words. */
  note?: string;
}

/** Id of the step that reads the world back. */
const VERIFY = 'verify';

/**
 * The way of a request as people follow it: requested, the steps of the submission, the decision, the steps that it set
 * going, the verification, and what was taken back where it ended otherwise.
 *
 * @param request - as the backend answers it
 * @param events - its history, where it is known: then ends that nobody decided have their time and actor too
 * @public
 */
export function progressOf(
  request: RequestDetail,
  events: readonly RequestEvent[] = [],
): ProgressStage[] {
  const stepsOf = (phase: StepPhase) =>
    request.steps
      .filter(step => step.phase === phase)
      .map(step => stageOfStep(step, request));
  const executing = stepsOf('execute');
  return [
    requestedStage(request),
    ...stepsOf('submit'),
    decisionStage(request, events),
    ...(executing.length > 0 ? executing : [executionStage(request)]),
    ...stepsOf('close'),
    ...stepsOf('compensate'),
  ];
}

function requestedStage(request: RequestDetail): ProgressStage {
  const { submittedAt, createdAt, requesterRef, decision } = request;
  const endedAsDraft = !submittedAt && decision !== 'draft';
  let status: ProgressStatus = submittedAt ? 'done' : 'current';
  if (endedAsDraft) status = 'skipped';
  return {
    id: 'requested',
    kind: 'requested',
    status,
    at: submittedAt ?? createdAt,
    actorRefs: [requesterRef],
  };
}

function decisionStage(
  request: RequestDetail,
  events: readonly RequestEvent[],
): ProgressStage {
  const { decision, approval } = request;
  const types: string[] = [decision];
  if (decision === 'approved') types.push('auto-approved');
  const event = events.findLast(({ type }) => types.includes(type));
  const words = request.decisions.filter(
    word => word.verdict === decision && countsFor(decision, word.lapsed),
  );
  const last = words.map(({ at }) => at).sort();

  let actorRefs = words.map(({ approverRef }) => approverRef);
  if (actorRefs.length === 0) actorRefs = peopleOf(event);
  if (decision === 'pending') {
    actorRefs = request.stages.flatMap(({ approvedBy }) => approvedBy);
  }
  const isAuto = approval.mode === 'auto' && decision === 'approved';
  const at =
    last.at(-1) ?? event?.at ?? (isAuto ? request.submittedAt : undefined);
  return {
    id: 'decision',
    kind: 'decision',
    status: decisionStatus(request),
    ...(at && decision !== 'pending' && decision !== 'draft' && { at }),
    actorRefs: [...new Set(actorRefs)],
    ...(isAuto && { note: approval.by.join(', ') }),
  };
}

/** Asking for changes makes every word lapse, its own too, and is what happened all the same. */
function countsFor(
  decision: RequestDetail['decision'],
  lapsed: RequestDetail['decisions'][number]['lapsed'],
): boolean {
  return (
    lapsed === undefined ||
    (decision === 'changes-requested' && lapsed === 'changes-requested')
  );
}

function decisionStatus(request: RequestDetail): ProgressStatus {
  switch (request.decision) {
    case 'draft':
      return 'upcoming';
    case 'pending':
      return request.steps
        .filter(({ phase }) => phase === 'submit')
        .every(({ status }) => status === 'done' || status === 'skipped')
        ? 'current'
        : 'upcoming';
    case 'changes-requested':
      return 'waiting';
    case 'approved':
      return 'done';
    case 'rejected':
      return 'failed';
    default:
      return 'skipped';
  }
}

const STATUS_OF_STEP: Record<StepStatus, ProgressStatus> = {
  pending: 'upcoming',
  running: 'current',
  waiting: 'waiting',
  done: 'done',
  failed: 'failed',
  skipped: 'skipped',
};

function stageOfStep(step: RequestStep, request: RequestDetail): ProgressStage {
  const isOwed = step.status !== 'pending' || !isOver(step.phase, request);
  const at = step.endedAt ?? step.startedAt;
  const note =
    step.status === 'failed' ? step.failure?.message : step.waitingFor;
  return {
    id: `${step.phase}/${step.id}`,
    kind: step.phase === 'execute' && step.id === VERIFY ? 'verify' : 'step',
    status: isOwed ? STATUS_OF_STEP[step.status] : 'skipped',
    title: step.title,
    ...(at && { at }),
    actorRefs: [],
    ...(note && { note }),
  };
}

/** Before the steps of an approval are known. */
function executionStage(request: RequestDetail): ProgressStage {
  return {
    id: 'execution',
    kind: 'execution',
    status: isOver('execute', request) ? 'skipped' : 'upcoming',
    actorRefs: [],
  };
}

/** Whether steps of a phase that have not begun never will. */
function isOver(
  phase: StepPhase,
  { decision, execution }: RequestDetail,
): boolean {
  const isClosed = ['rejected', 'cancelled', 'expired'].includes(decision);
  const isEnded = execution === 'succeeded' || execution === 'compensated';
  return (phase === 'submit' || phase === 'execute') && (isClosed || isEnded);
}

function peopleOf(event: RequestEvent | undefined): string[] {
  return event?.actorRef.startsWith('user:') ? [event.actorRef] : [];
}
