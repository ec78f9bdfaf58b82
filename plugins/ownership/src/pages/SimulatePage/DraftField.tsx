// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { TextAreaField } from '@backstage/ui';
import { forwardRef, useImperativeHandle, useRef } from 'react';
import styles from './SimulatePage.module.css';

/** Lets a problem lead to its place. */
export interface DraftFieldHandle {
  /** Puts the cursor there and scrolls to it; both from 1. */
  goTo(place: { line: number; column?: number }): void;
}

/** Where a line and column are in a text. */
export function offsetOf(
  text: string,
  place: { line: number; column?: number },
): { start: number; end: number } {
  const lines = text.split('\n');
  const before = lines.slice(0, place.line - 1);
  const lineStart = before.reduce((sum, each) => sum + each.length + 1, 0);
  const line = lines[place.line - 1] ?? '';
  const start = lineStart + Math.min((place.column ?? 1) - 1, line.length);
  return { start, end: lineStart + line.length };
}

/** A file to paste and edit. */
export const DraftField = forwardRef<
  DraftFieldHandle,
  {
    label: string;
    description: string;
    value: string;
    rows: number;
    /** Shown below once there is something to say. */
    problem?: string;
    isRequired?: boolean;
    onChange: (value: string) => void;
  }
>((props, ref) => {
  const { problem, value, ...rest } = props;
  const field = useRef<HTMLDivElement>(null);
  useImperativeHandle(
    ref,
    () => ({
      goTo(place) {
        const area = field.current?.querySelector('textarea');
        if (!area) return;
        const { start, end } = offsetOf(area.value, place);
        area.focus();
        area.setSelectionRange(start, end);
        const lines = area.value.split('\n').length;
        // A third of the field stays above the line, to see where it belongs.
        area.scrollTop =
          (area.scrollHeight * (place.line - 1)) / lines -
          area.clientHeight / 3;
      },
    }),
    [],
  );
  return (
    <TextAreaField
      {...rest}
      ref={field}
      className={styles.draft}
      value={value}
      validate={() => problem ?? null}
      validationBehavior="aria"
      spellCheck="false"
      autoCorrect="off"
    />
  );
});
