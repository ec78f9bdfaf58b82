// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { useCallback, useMemo, useRef } from 'react';
import { type Location, useLocation, useNavigate } from 'react-router-dom';

/** What was set at a location that the router has not left yet. */
const pending = new WeakMap<Location, URLSearchParams>();

/**
 * The parameters of the address, and how to change them in place. As `useSearchParams`, but two changes at once, also by
 * two components, are both kept: there the second one begins with what was rendered before the first.
 */
export function useUrlParams(): [
  params: URLSearchParams,
  change: (edit: (params: URLSearchParams) => void) => void,
] {
  const location = useLocation();
  const navigate = useNavigate();
  const now = useRef({ location, navigate });
  now.current = { location, navigate };
  const params = useMemo(
    () => new URLSearchParams(location.search),
    [location.search],
  );
  const change = useCallback((edit: (next: URLSearchParams) => void) => {
    const { location: at, navigate: go } = now.current;
    const next = new URLSearchParams(pending.get(at) ?? at.search);
    edit(next);
    pending.set(at, next);
    go({ search: next.toString(), hash: at.hash }, { replace: true });
  }, []);
  return [params, change];
}
