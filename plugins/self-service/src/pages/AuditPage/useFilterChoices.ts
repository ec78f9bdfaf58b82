// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type {
  RequestFilterOption,
  RequestSource,
  SourcedRequest,
} from '@fairway/requests-react';
import { useEffect, useMemo, useState } from 'react';

interface Choices {
  kinds: RequestFilterOption[];
  environments: RequestFilterOption[];
  requesters: RequestFilterOption[];
}

const optionsOf = (values: Iterable<string>): RequestFilterOption[] =>
  [...values].sort().map(value => ({ value, label: value }));

/** What can be filtered by: the kinds of the source, and whatever else was seen in the list. */
export function useFilterChoices(
  source: RequestSource,
  items: SourcedRequest[] = [],
): Choices {
  const [seen, setSeen] = useState(() => ({
    environments: new Set<string>(),
    requesters: new Set<string>(),
  }));

  useEffect(() => {
    if (items.length === 0) return;
    const requests = items.map(({ request }) => request);
    setSeen(current => ({
      environments: new Set([
        ...current.environments,
        ...requests.flatMap(({ environmentRef }) => environmentRef ?? []),
      ]),
      requesters: new Set([
        ...current.requesters,
        ...requests.map(({ requesterRef }) => requesterRef),
      ]),
    }));
    // eslint-disable-next-line react-hooks/exhaustive-deps -- the empty list is a new one each time
  }, [items.length > 0 && items]);

  return useMemo(
    () => ({
      kinds: Object.entries(source.kinds ?? {}).map(([value, label]) => ({
        value,
        label,
      })),
      environments: optionsOf(seen.environments),
      requesters: optionsOf(seen.requesters),
    }),
    [source, seen],
  );
}
