// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { useRouteRef, useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  entityRouteParams,
  entityRouteRef,
} from '@backstage/plugin-catalog-react';
import { EntityLinks, type StepperStep } from '@fairway/requests-react';
import type { ReactNode } from 'react';
import {
  catalogExternal,
  createExternal,
  requestRouteRef,
  toDecideRouteRef,
} from '../routes';
import { selfServiceTranslationRef } from '../translation';
import {
  type FirstStep,
  type FirstStepId,
  type FollowedOrder,
  isOver,
} from './progress';

/** Turns the first steps into those of a stepper: what to do, and where. */
export function useStepper(): (
  steps: FirstStep[],
  order: FollowedOrder,
) => StepperStep[] {
  const { t } = useTranslationRef(selfServiceTranslationRef);
  const createLink = useRouteRef(createExternal);
  const requestLink = useRouteRef(requestRouteRef);
  const toDecideLink = useRouteRef(toDecideRouteRef);
  const catalogLink = useRouteRef(catalogExternal);
  const entityLink = useRouteRef(entityRouteRef);

  return (steps, order) => {
    const { request, entityRef } = order;
    const page = request && requestLink?.({ id: request.id });
    const entityPage =
      entityRef &&
      entityLink?.(entityRouteParams(entityRef, { encodeParams: true }));
    const urls: Record<FirstStepId, string | undefined> = {
      order: createLink?.(),
      diff: page,
      persona: page,
      approve: page ?? toDecideLink?.(),
      apply: page,
      catalog: entityPage ?? catalogLink?.(),
    };
    const now = steps.find(({ isDone }) => !isDone)?.id;
    return steps.map(({ id, isDone }) => {
      const url = urls[id];
      let status: StepperStep['status'] = isDone ? 'done' : 'upcoming';
      if (id === now) status = 'current';
      return {
        id,
        title: t(`firstSteps.${id}.title`),
        status,
        links: url ? [{ title: t(`firstSteps.${id}.link`), url }] : undefined,
        note: noteOf(id, isDone),
      };
    });

    function noteOf(id: FirstStepId, isDone: boolean): ReactNode {
      const isByRule =
        request?.approval.mode === 'auto' && request.decision === 'approved';
      if (id === 'approve' && isByRule) {
        return t('firstSteps.byRule', {
          rules: request.approval.by.join(', '),
        });
      }
      if (id === 'order' && request && isOver(request)) {
        return t('firstSteps.over', { number: String(request.number) });
      }
      if (id === 'apply' && isDone) return request?.statusLabel;
      if (isDone) return undefined;
      if (id === 'approve' && order.isOutOfSight) {
        return t('firstSteps.outOfSight');
      }
      const [stage] =
        request?.stages.filter(({ state }) => state === 'pending') ?? [];
      return (
        <>
          {t(`firstSteps.${id}.what`)}
          {id === 'persona' && stage && (
            <>
              {' '}
              {t('firstSteps.whoApproves')}{' '}
              <EntityLinks refs={stage.stage.from} defaultKind="group" />.
            </>
          )}
        </>
      );
    }
  };
}
