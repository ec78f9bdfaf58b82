// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type { RequestDetail } from '@fairway/requests-common';
import { useCallback, useMemo, useState } from 'react';
import { useLoad, usePolling } from '../../hooks';
import { useRequestSignals } from '../hooks';
import type { RequestSource } from '../sources';
import { isUnderWay } from '../state';

/** With signals polling is only the net below: one that was sent while the browser was connecting is lost. */
const WITH_SIGNALS_MS = 60_000;
const WITHOUT_SIGNALS_MS = 5_000;

/** A request that is kept up to date. */
export interface LiveRequest {
  request?: RequestDetail;
  error?: Error;
  isLoading: boolean;
  /** Changes whenever there may be news, for what is loaded beside the request. */
  version: object;
  reload(): void;
  /** Takes over what an action answered. */
  replace(request: RequestDetail): void;
}

/** Whether something may happen to it without this page. */
const isMoving = (request: RequestDetail): boolean =>
  isUnderWay(request) ||
  request.steps.some(
    ({ status }) => status === 'running' || status === 'waiting',
  );

/** Whether it changes by itself from one second to the next: nobody would wait a minute for that. */
const isAtWork = ({ decision, execution, steps }: RequestDetail): boolean =>
  ['queued', 'running', 'waiting'].includes(execution) ||
  steps.some(
    ({ phase, status }) =>
      status === 'running' ||
      (phase === 'submit' && status === 'pending' && decision !== 'draft'),
  );

/** Loads a request and loads it again on each signal of it; polls where there are none. */
export function useLiveRequest(
  source: RequestSource,
  requestId: string,
): LiveRequest {
  const { api, id } = source;
  const load = useCallback(
    (signal: AbortSignal) => api.get(requestId, { signal }),
    [api, requestId],
  );
  const { value, error, isLoading, reload } = useLoad(load);
  const [answered, setAnswered] = useState<RequestDetail>();

  const candidates = [value, answered].filter(
    (each): each is RequestDetail => each?.id === requestId,
  );
  const request = candidates.reduce<RequestDetail | undefined>(
    (newest, each) =>
      newest && newest.rowVersion >= each.rowVersion ? newest : each,
    undefined,
  );

  const version = useMemo(() => ({ value, answered }), [value, answered]);

  const hasSignals = useRequestSignals({
    pluginIds: useMemo(() => [id], [id]),
    requestId,
    onSignal: reload,
  });
  usePolling({
    poll: reload,
    isActive:
      !isLoading && (error ? !!request : !!request && isMoving(request)),
    everyMs:
      hasSignals && !(request && isAtWork(request))
        ? WITH_SIGNALS_MS
        : WITHOUT_SIGNALS_MS,
    tick: error ?? value,
  });

  return { request, error, isLoading, version, reload, replace: setAnswered };
}
