// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type {
  Phase,
  TopicsQuery,
} from '@fairway/backstage-plugin-kafka-self-serve-common';
import { useUrlParams } from '@fairway/requests-react';
import { useMemo } from 'react';

/** What the list shows, kept in the address so that it can be sent and gone back to. */
export function useTopicQuery() {
  const [params, change] = useUrlParams();
  const query = useMemo((): TopicsQuery => {
    const environment = params.getAll('environment');
    const phase = params.getAll('phase') as Phase[];
    return {
      q: params.get('q') ?? undefined,
      environment: environment.length ? environment : undefined,
      phase: phase.length ? phase : undefined,
      mine: params.has('mine') || undefined,
      cursor: params.get('cursor') ?? undefined,
    };
  }, [params]);
  const set = (name: string, value: string | undefined) =>
    change(next => {
      if (value) next.set(name, value);
      else next.delete(name);
      // Another list begins with its first page.
      if (name !== 'cursor') next.delete('cursor');
    });
  const clear = () =>
    change(next => {
      for (const name of ['q', 'environment', 'phase', 'mine', 'cursor']) {
        next.delete(name);
      }
    });
  const isNarrowed = Boolean(
    query.q || query.environment || query.phase || query.mine,
  );
  return { query, set, clear, isNarrowed };
}
