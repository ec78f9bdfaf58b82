// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

/** What one scenario came to. */
export interface Row {
  scenario: string;
  killedAt: string;
  outcome: string;
  attempts: string;
  chain: string;
}

const HEAD: Row = {
  scenario: 'scenario',
  killedAt: 'killed at',
  outcome: 'outcome',
  attempts: 'attempts',
  chain: 'chain',
};
const COLUMNS = Object.keys(HEAD) as (keyof Row)[];

/** The rows as text, a column below the other. */
export function tableOf(rows: Row[]): string {
  const all = [HEAD, ...rows];
  const width = (column: keyof Row) =>
    Math.max(...all.map(row => row[column].length));
  return all
    .map(row =>
      COLUMNS.map(column => row[column].padEnd(width(column)))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}
