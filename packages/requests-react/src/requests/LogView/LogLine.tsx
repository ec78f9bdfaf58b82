// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { DiffText } from '../../components/DiffView/DiffText';
import styles from './LogView.module.css';

/** Splits at each occurrence of `query`, whatever its case; the matches are at the odd places. */
function splitAt(text: string, query: string): string[] {
  if (!query) return [text];
  const parts: string[] = [];
  const lower = text.toLowerCase();
  let from = 0;
  for (
    let found = lower.indexOf(query);
    found >= 0;
    found = lower.indexOf(query, from)
  ) {
    parts.push(
      text.slice(from, found),
      text.slice(found, found + query.length),
    );
    from = found + query.length;
  }
  return [...parts, text.slice(from)];
}

/** A line with its number; what was searched for is marked. */
export const LogLine = (props: {
  sequence: number;
  at: string;
  text: string;
  /** In lower case. */
  query: string;
  isCurrentMatch: boolean;
}) => {
  const { sequence, at, text, query, isCurrentMatch } = props;
  return (
    <div
      data-line={sequence}
      className={`${styles.line} ${isCurrentMatch ? styles.currentMatch : ''}`}
      aria-current={isCurrentMatch ? 'true' : undefined}
    >
      <span className={styles.number} title={at}>
        {sequence}
      </span>
      <span>
        {splitAt(text, query).map((part, index) =>
          index % 2 === 0 ? (
            <DiffText key={index} text={part} />
          ) : (
            <mark key={index}>{part}</mark>
          ),
        )}
      </span>
    </div>
  );
};
