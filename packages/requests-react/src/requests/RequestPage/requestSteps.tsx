// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type { TranslationFunction } from '@backstage/frontend-plugin-api';
import {
  progressOf,
  type ProgressStage,
  type RequestDetail,
  type RequestEvent,
} from '@fairway/requests-common';
import { EntityLink, EntityLinks } from '../../components';
import type { StepperStep } from '../Stepper';
import type { fairwayRequestsTranslationRef } from '../translation';

type Words = TranslationFunction<(typeof fairwayRequestsTranslationRef)['T']>;

const DECISION_TITLES = {
  draft: 'approval',
  pending: 'approval',
  approved: 'approved',
  'changes-requested': 'changesRequested',
  rejected: 'rejected',
  cancelled: 'cancelled',
  expired: 'expired',
} as const;

function decisionWords(request: RequestDetail, t: Words) {
  const { decision, approval, stages } = request;
  if (decision === 'approved' && approval.mode === 'auto') {
    return {
      title: t('steps.approvedByRule'),
      note: t('steps.rule', { rules: approval.by.join(', ') }),
    };
  }
  const title = t(`steps.${DECISION_TITLES[decision]}`);
  const open = stages.find(({ state }) => state === 'pending');
  if (!open || !['draft', 'pending'].includes(decision)) return { title };
  return {
    title,
    note: (
      <>
        {t('approvals.progress', {
          given: String(open.approvedBy.length),
          needed: String(open.stage.count),
        })}
        {': '}
        <EntityLinks refs={open.stage.from} defaultKind="group" />
      </>
    ),
  };
}

function stepWords(stage: ProgressStage, request: RequestDetail, t: Words) {
  const step = request.steps.find(
    ({ phase, id }) => `${phase}/${id}` === stage.id,
  );
  const link = request.links.find(({ rel }) => rel === step?.id);
  const note =
    stage.note && stage.status !== 'failed'
      ? t('steps.waitingFor', { what: stage.note })
      : stage.note;
  const attempt =
    step && step.attempt > 1
      ? t('steps.attempt', { number: String(step.attempt) })
      : undefined;
  return {
    title: stage.title ?? stage.id,
    links: link && [link],
    note: [note, attempt].filter(Boolean).join(' · ') || undefined,
  };
}

function wordsOf(stage: ProgressStage, request: RequestDetail, t: Words) {
  switch (stage.kind) {
    case 'requested':
      return {
        title: t(request.submittedAt ? 'steps.requested' : 'steps.drafted'),
      };
    case 'decision':
      return decisionWords(request, t);
    case 'execution':
      return { title: t('steps.execution') };
    default:
      return stepWords(stage, request, t);
  }
}

function catalogStep(options: {
  request: RequestDetail;
  entityRef: string;
  catalog?: 'present' | 'absent';
  isOver: boolean;
  t: Words;
}): StepperStep {
  const { request, entityRef, catalog, isOver, t } = options;
  const isGone = request.operation === 'delete';
  const step = {
    id: 'catalog',
    title: t(isGone ? 'steps.goneFromCatalog' : 'steps.inCatalog'),
  };
  if (request.execution !== 'succeeded') {
    return { ...step, status: isOver ? 'skipped' : 'upcoming' };
  }
  if (catalog !== (isGone ? 'absent' : 'present')) {
    return { ...step, status: 'waiting', note: t('steps.waitingForCatalog') };
  }
  return {
    ...step,
    status: 'done',
    note: !isGone && (
      <EntityLink entityRef={entityRef} defaultKind="resource" />
    ),
  };
}

/**
 * A request from the click to the catalog: requested, the steps of its submission, the decision, the steps that it set
 * going, what was taken back, the catalog.
 */
export function requestSteps(options: {
  request: RequestDetail;
  events?: RequestEvent[];
  /** The stepper ends without the catalog where there is none. */
  entityRef?: string;
  catalog?: 'present' | 'absent';
  t: Words;
}): StepperStep[] {
  const { request, events, entityRef, catalog, t } = options;
  const steps = progressOf(request, events).map(stage => ({
    id: stage.id,
    status: stage.status,
    at: stage.at,
    actorRefs: stage.actorRefs,
    ...wordsOf(stage, request, t),
  }));
  if (!entityRef) return steps;
  const isOver =
    ['rejected', 'cancelled', 'expired'].includes(request.decision) ||
    request.execution === 'compensated';
  return [...steps, catalogStep({ request, entityRef, catalog, isOver, t })];
}
