// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { type RefObject, useCallback, useEffect, useState } from 'react';

/** Until the first row is measured, and where nothing has a size. */
const ROW_HEIGHT = 20;
const VIEWPORT_HEIGHT = 480;
/** Rows beyond the edges, so that scrolling does not show empty space. */
const OVERSCAN = 20;

/** Which of `count` rows of one height are drawn. */
export interface VirtualLines {
  start: number;
  end: number;
  rowHeight: number;
  /** Whether the last row is in sight. */
  isAtEnd: boolean;
  onScroll(): void;
  /** To a row, or to the end. */
  scrollTo(index: number | 'end'): void;
}

/** Draws only the rows that can be seen: a log of 10,000 lines costs as much as one of a hundred. */
export function useVirtualLines(
  container: RefObject<HTMLElement>,
  count: number,
): VirtualLines {
  const [top, setTop] = useState(0);
  const [sizes, setSizes] = useState({
    rowHeight: ROW_HEIGHT,
    viewport: VIEWPORT_HEIGHT,
  });
  const { rowHeight, viewport } = sizes;

  const measure = useCallback(() => {
    const element = container.current;
    const row = element?.querySelector('[data-line]');
    const measured = {
      rowHeight: row?.getBoundingClientRect().height || ROW_HEIGHT,
      viewport: element?.clientHeight || VIEWPORT_HEIGHT,
    };
    setSizes(current =>
      current.rowHeight === measured.rowHeight &&
      current.viewport === measured.viewport
        ? current
        : measured,
    );
  }, [container]);

  // Another zoom or width is another height.
  useEffect(() => {
    measure();
    window.addEventListener('resize', measure);
    return () => window.removeEventListener('resize', measure);
  }, [measure, count > 0]); // eslint-disable-line react-hooks/exhaustive-deps

  const furthest = Math.max(0, count * rowHeight - viewport);
  const scrollTo = useCallback(
    (index: number | 'end') => {
      const wanted =
        index === 'end' ? furthest : index * rowHeight - viewport / 2;
      const to = Math.min(Math.max(0, wanted), furthest);
      setTop(to);
      if (container.current) container.current.scrollTop = to;
    },
    [container, furthest, rowHeight, viewport],
  );

  return {
    start: Math.max(0, Math.floor(top / rowHeight) - OVERSCAN),
    end: Math.min(count, Math.ceil((top + viewport) / rowHeight) + OVERSCAN),
    rowHeight,
    isAtEnd: top >= furthest - rowHeight,
    onScroll: () => {
      measure();
      setTop(container.current?.scrollTop ?? 0);
    },
    scrollTo,
  };
}
