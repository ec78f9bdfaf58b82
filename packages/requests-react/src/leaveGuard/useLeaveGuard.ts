// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { useEffect, useRef, useState } from 'react';
import { useHref, useLocation, useNavigate } from 'react-router-dom';

/*
 * The app's router has no blocker (it is none of the data routers), so leaving is caught where it begins: at a click on
 * a link, at Back, and, by the browser's own question, when the tab is closed or loaded anew. Back cannot be held up,
 * since the router hears of it first: so the page gets a second entry in the history, and Back leads to the page itself.
 */

/** Where somebody wanted to go: to a path, back, or whatever a button does. */
type Destination = { path: string } | { run: () => void } | 'back';

/** What asks whether text may be lost. @public */
export interface LeaveGuard {
  /** Set while the person has to say whether they want to leave. */
  isAsking: boolean;
  stay(): void;
  leave(): void;
  /** Closes something with the text in it: at once where nothing is unsaved. */
  close(run: () => void): void;
}

/**
 * Asks before a page with unsaved text is left; `LeaveQuestion` shows the question. While something is unsaved the page
 * has a second entry in the history: lead on from it with `replace`.
 *
 * @public
 */
export function useLeaveGuard(isUnsaved: boolean): LeaveGuard {
  const [wanted, setWanted] = useState<Destination>();
  const navigate = useNavigate();
  const base = useHref('/').replace(/\/$/, '');
  const here = useLocation();
  const isLeaving = useRef(false);
  /** Of the second entry. */
  const place = useRef<number>();

  useEffect(() => {
    if (!isUnsaved || place.current !== undefined) return;
    navigate(here);
    place.current = indexOfHistory();
  }, [isUnsaved, navigate, here]);

  useEffect(() => {
    if (!isUnsaved) return undefined;

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
    const onPop = () => {
      if (isLeaving.current || place.current === undefined) return;
      if (indexOfHistory() === place.current - 1) setWanted('back');
    };
    window.addEventListener('beforeunload', onUnload);
    document.addEventListener('click', onClick, true);
    window.addEventListener('popstate', onPop);
    return () => {
      window.removeEventListener('beforeunload', onUnload);
      document.removeEventListener('click', onClick, true);
      window.removeEventListener('popstate', onPop);
    };
  }, [isUnsaved, base]);

  const stay = () => {
    setWanted(undefined);
    if (wanted === 'back') window.history.forward();
  };
  const leave = () => {
    isLeaving.current = true;
    setWanted(undefined);
    if (!wanted) return;
    if (wanted === 'back') window.history.back();
    else if ('path' in wanted) navigate(wanted.path);
    else {
      // The page stays, and guards what is typed into it next.
      isLeaving.current = false;
      wanted.run();
    }
  };
  const close = (run: () => void) => {
    if (isUnsaved) setWanted({ run });
    else run();
  };
  return { isAsking: !!wanted, stay, leave, close };
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
