// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { useUrlParams } from '@fairway/requests-react';
import { useMemo } from 'react';

/** What a list shows. */
export interface ListQuery {
  q?: string;
  environment?: string[];
  mine?: boolean;
  cursor?: string;
}

/** It, kept in the address so that it can be sent and gone back to. */
export function useListQuery() {
  const [params, change] = useUrlParams();
  const query = useMemo((): ListQuery => {
    const environment = params.getAll('environment');
    return {
      q: params.get('q') ?? undefined,
      environment: environment.length ? environment : undefined,
      mine: params.has('mine') || undefined,
      cursor: params.get('cursor') ?? undefined,
    };
  }, [params]);
  const set = (name: keyof ListQuery, value: string | undefined) =>
    change(next => {
      if (value) next.set(name, value);
      else next.delete(name);
      // Another list begins with its first page.
      if (name !== 'cursor') next.delete('cursor');
    });
  const clear = () =>
    change(next => {
      for (const name of ['q', 'environment', 'mine', 'cursor']) {
        next.delete(name);
      }
    });
  return {
    query,
    set,
    clear,
    isNarrowed: Boolean(query.q || query.environment || query.mine),
  };
}
