// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { ReactNode } from 'react';
import edge from '../scrollEdge.module.css';
import styles from './ScrollTable.module.css';

/**
 * A plain table under a name, in a region that scrolls sideways where the page
 * is narrow. For answers; lists that are paged and sorted are a `Table`.
 */
export const ScrollTable = (props: {
  /** What the table lists, in words. */
  label: string;
  columns: string[];
  /** The rows, as `tr`. */
  children: ReactNode;
}) => {
  const { label, columns, children } = props;
  return (
    // A region that scrolls has to be reachable by keyboard.
    <div
      className={`${styles.scroll} ${edge.fading}`}
      role="region"
      aria-label={label}
      // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      tabIndex={0}
    >
      <table className={styles.table} aria-label={label}>
        <thead>
          <tr>
            {columns.map(column => (
              <th key={column} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>{children}</tbody>
      </table>
    </div>
  );
};
