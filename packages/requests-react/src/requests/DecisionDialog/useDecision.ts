// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type { RequestDetail, RequestsApi } from '@fairway/requests-common';
import { useEffect, useRef, useState } from 'react';
import { useOnce } from '../hooks/useOnce';
import { currentPlanOf, isPlanChanged, planOf, type SeenPlan } from '../plan';

/** What a person can decide. @public */
export type DecisionVerdict = 'approve' | 'reject' | 'request-changes';

const METHODS = {
  approve: 'approve',
  reject: 'reject',
  'request-changes': 'requestChanges',
} as const satisfies Record<DecisionVerdict, keyof RequestsApi>;

/**
 * A decision about exactly the plan that is on the screen. When there is another plan by now, from the answer or
 * because the page was brought up to date, both are kept and nothing is sent before the person decides again.
 */
export function useDecision(options: {
  request: RequestDetail;
  api: RequestsApi;
  verdict: DecisionVerdict;
  onDecided: (request: RequestDetail) => void;
}) {
  const { request, api, verdict, onDecided } = options;
  const { id, planDigest } = request;
  const [plans, setPlans] = useState<{ shown: SeenPlan; before?: SeenPlan }>(
    () => ({ shown: planOf(request) }),
  );
  const { run, isPending, error } = useOnce();
  const isDecided = useRef(false);

  const show = (plan: SeenPlan) =>
    setPlans(({ shown }) =>
      shown.planDigest === plan.planDigest
        ? { shown: plan }
        : { shown: plan, before: shown },
    );

  const lastDigest = useRef(planDigest);
  useEffect(() => {
    if (lastDigest.current === planDigest) return;
    lastDigest.current = planDigest;
    setPlans(current =>
      current.shown.planDigest === planDigest
        ? current
        : { shown: planOf(request), before: current.shown },
    );
  }, [planDigest, request]);

  const decide = (comment: string) =>
    run(async () => {
      // The second click of two can come after the first one's answer.
      if (isDecided.current) return;
      const { shown } = plans;
      try {
        const answer = await api[METHODS[verdict]](id, {
          planDigest: shown.planDigest,
          comment: comment.trim() || undefined,
        });
        isDecided.current = true;
        onDecided(answer);
      } catch (cause) {
        if (!(cause instanceof Error) || !isPlanChanged(cause)) throw cause;
        const current =
          currentPlanOf(cause, shown) ?? planOf(await api.get(id));
        // The same plan again would ask for ever.
        if (current.planDigest === shown.planDigest) throw cause;
        show(current);
      }
    });

  return { ...plans, decide, isPending, error };
}
