// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { useCallback, useEffect, useRef, useState } from 'react';
import { useHref, useNavigate } from 'react-router-dom';

/*
 * The app's router has no blocker (it is none of the data routers), so leaving is caught where it begins: at a click on
 * a link, at Back and Forward, and, by the browser's own question, when the tab is closed or loaded anew.
 */

/** Where somebody wanted to go: a path, or so many entries of the browser's history. */
type Destination = { path: string } | { delta: number };

export interface LeaveGuard {
  /** Set while the person has to say whether they want to leave. */
  isAsking: boolean;
  stay(): void;
  leave(): void;
}

/** Asks before a page with unsaved text is left. */
export function useLeaveGuard(isUnsaved: boolean): LeaveGuard {
  const [wanted, setWanted] = useState<Destination>();
  const navigate = useNavigate();
  const base = useHref('/').replace(/\/$/, '');
  const isLeaving = useRef(false);

  useEffect(() => {
    if (!isUnsaved) return undefined;
    const place = indexOfHistory();

    const onUnload = (event: BeforeUnloadEvent) => {
      if (isLeaving.current) return;
      event.preventDefault();
      // Chromium before 119
      event.returnValue = '';
    };
    const onClick = (event: MouseEvent) => {
      const path = pathOfClick(event);
      if (path === undefined || isLeaving.current) return;
      event.preventDefault();
      event.stopPropagation();
      setWanted({ path: path.slice(base.length) || '/' });
    };
    const onPop = (event: PopStateEvent) => {
      if (isLeaving.current) return;
      const delta = indexOfHistory() - place;
      event.stopImmediatePropagation();
      // Zero when the page is back where it was.
      if (delta === 0) return;
      window.history.go(-delta);
      setWanted({ delta });
    };
    window.addEventListener('beforeunload', onUnload);
    document.addEventListener('click', onClick, true);
    window.addEventListener('popstate', onPop, true);
    return () => {
      window.removeEventListener('beforeunload', onUnload);
      document.removeEventListener('click', onClick, true);
      window.removeEventListener('popstate', onPop, true);
    };
  }, [isUnsaved, base]);

  const stay = useCallback(() => setWanted(undefined), []);
  const leave = () => {
    isLeaving.current = true;
    setWanted(undefined);
    if (!wanted) return;
    if ('delta' in wanted) window.history.go(wanted.delta);
    else navigate(wanted.path);
  };
  return { isAsking: !!wanted, stay, leave };
}

/** Where the router is in the browser's history. */
function indexOfHistory(): number {
  return (window.history.state as { idx?: number } | null)?.idx ?? 0;
}

/** The page of the portal that a click leads to in this tab; nothing where it leads to none, or to this one. */
function pathOfClick(event: MouseEvent): string | undefined {
  const isPlain =
    event.button === 0 &&
    !(event.metaKey || event.ctrlKey || event.shiftKey || event.altKey);
  const link =
    event.target instanceof Element ? event.target.closest('a[href]') : null;
  if (!isPlain || !(link instanceof HTMLAnchorElement)) return undefined;
  if (link.hasAttribute('download')) return undefined;
  if (link.target && link.target !== '_self') return undefined;
  const { origin, pathname, search, hash } = new URL(link.href);
  const { location } = window;
  // Another site is asked about by the browser itself.
  if (origin !== location.origin || pathname === location.pathname) {
    return undefined;
  }
  return `${pathname}${search}${hash}`;
}
