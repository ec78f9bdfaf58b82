// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type { RequestDetail, RequestsApi } from '@fairway/requests-common';
import { useRef, useState } from 'react';
import { currentPlanOf, isPlanChanged, planOf, type SeenPlan } from '../plan';

/**
 * Submits a draft. A plan that moved since it was drawn is shown first, beside the one that was seen: the button does
 * nothing until the person said that they compared them, so that a second click submits nothing unseen.
 */
export function useSubmit(options: {
  request: RequestDetail;
  api: RequestsApi;
  /** The draft as it is with its new plan. */
  onMoved: (request: RequestDetail) => void;
}) {
  const { request, api, onMoved } = options;
  const [moved, setMoved] = useState<{ seen: SeenPlan; current: SeenPlan }>();
  const [isCompared, setCompared] = useState(false);
  const isUnseen = useRef(false);

  const compare = (is: boolean) => {
    isUnseen.current = !is;
    setCompared(is);
  };

  /** @returns the submitted request, or nothing when there is a plan to look at first */
  const submit = async (): Promise<RequestDetail | undefined> => {
    if (isUnseen.current) return undefined;
    const seen = planOf(request);
    try {
      const submitted = await api.submit(request.id);
      setMoved(undefined);
      return submitted;
    } catch (cause) {
      if (!(cause instanceof Error) || !isPlanChanged(cause)) throw cause;
      const now = await api.get(request.id);
      const current = currentPlanOf(cause, seen) ?? planOf(now);
      compare(false);
      setMoved({ seen, current });
      onMoved(now);
      return undefined;
    }
  };

  return { submit, moved, isCompared, compare, mayPress: !moved || isCompared };
}
