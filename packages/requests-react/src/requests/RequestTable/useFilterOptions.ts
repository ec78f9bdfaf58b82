// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { parseEntityRef } from '@backstage/catalog-model';
import { useRef } from 'react';
import type { RequestSource, SourcedRequest } from '../sources';
import type { RequestFilterOption } from './RequestFiltersBar';

/** A kind in the words of its source. */
export const kindTitle = (source: RequestSource, kind: string): string =>
  source.kinds?.[kind] ?? kind;

const nameOf = (ref: string): string => {
  try {
    return parseEntityRef(ref).name;
  } catch {
    return ref;
  }
};

const toOptions = (labels: Map<string, string>): RequestFilterOption[] =>
  [...labels]
    .map(([value, label]) => ({ value, label }))
    .sort((left, right) => left.label.localeCompare(right.label));

/**
 * What the list can be filtered by: what the sources and the page name, and what was seen in the list since it was
 * opened. There is no call that knows all.
 */
export function useFilterOptions(options: {
  sources: RequestSource[];
  environments?: string[];
  items?: SourcedRequest[];
}) {
  const { sources, environments = [], items = [] } = options;
  const seen = useRef({
    kinds: new Map<string, string>(),
    environments: new Map<string, string>(),
    requesters: new Map<string, string>(),
  }).current;
  sources.forEach(source =>
    Object.entries(source.kinds ?? {}).forEach(([kind, title]) =>
      seen.kinds.set(kind, title),
    ),
  );
  environments.forEach(ref => seen.environments.set(ref, nameOf(ref)));
  items.forEach(({ source, request }) => {
    const { kind, environmentRef, requesterRef } = request;
    seen.kinds.set(kind, kindTitle(source, kind));
    seen.requesters.set(requesterRef, nameOf(requesterRef));
    if (environmentRef) {
      seen.environments.set(environmentRef, nameOf(environmentRef));
    }
  });
  return {
    kinds: toOptions(seen.kinds),
    environments: toOptions(seen.environments),
    requesters: toOptions(seen.requesters),
  };
}
