// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type { RequestFilters } from '@fairway/requests-common';
import { useUrlParams } from '@fairway/requests-react';
import { useMemo } from 'react';

/** Days in the URL, `2026-11-22`, both included, as the person's calendar has them. */
export interface Period {
  from: string;
  to: string;
  filters: Pick<RequestFilters, 'since' | 'until'>;
  update(changes: { from?: string; to?: string }): void;
}

const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** Beginning of a day, or of one after it, where the person is. */
function beginOf(day: string, daysLater: number): string | undefined {
  if (!DAY.test(day)) return undefined;
  const time = new Date(`${day}T00:00:00`);
  if (Number.isNaN(time.getTime())) return undefined;
  time.setDate(time.getDate() + daysLater);
  return time.toISOString();
}

/** The time that a list is of, kept in the URL beside its other filters. */
export function usePeriod(): Period {
  const [params, changeParams] = useUrlParams();
  const from = params.get('from') ?? '';
  const to = params.get('to') ?? '';
  return useMemo(
    () => ({
      from,
      to,
      filters: { since: beginOf(from, 0), until: beginOf(to, 1) },
      update: changes =>
        changeParams(next =>
          Object.entries(changes).forEach(([name, day]) => {
            if (day) next.set(name, day);
            else next.delete(name);
          }),
        ),
    }),
    [from, to, changeParams],
  );
}
