// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type {
  MatrixCell,
  OwnershipMatrix,
} from '@fairway/backstage-plugin-ownership-common';

/** What the rows are; the other one is listed in the cells. */
export type MatrixView = 'services' | 'teams';

/** One answer: a team, something, an environment. */
export interface PivotEntry extends MatrixCell {
  on: string;
  environment: string;
}

export interface PivotCell {
  environment: string;
  /** Whether the policy has the thing in this environment: a data store has one only. */
  exists: boolean;
  /** What to show: everything that is allowed or needs something; all answers if only one was asked for. */
  entries: PivotEntry[];
}

export interface PivotRow {
  /** A team, or what a matrix calls `on`. */
  key: string;
  cells: PivotCell[];
}

const distinct = (values: string[]): string[] => [...new Set(values)];

/**
 * Turns the rows of a matrix (thing and environment, a column a team) into
 * rows of things or of teams with a column an environment.
 *
 * A team that may no more than everyone is not listed beside everyone.
 *
 * @param options - `single`: the listed side is one name only, so a refusal is shown too
 */
export function pivot(
  matrix: Pick<OwnershipMatrix, 'rows' | 'teams'>,
  options: { view: MatrixView; single: boolean },
): { environments: string[]; rows: PivotRow[] } {
  const { view, single } = options;
  const environments = distinct(matrix.rows.map(row => row.environment));
  const entries = matrix.rows.flatMap(({ on, environment, cells }) => {
    const everyone = cells.find(({ team }) => team === 'everyone');
    return cells
      .filter(cell => view === 'teams' || single || addsTo(cell, everyone))
      .map<PivotEntry>(cell => ({ ...cell, on, environment }));
  });
  const keys =
    view === 'teams' ? matrix.teams : distinct(matrix.rows.map(row => row.on));
  return {
    environments,
    rows: keys.map(key => ({
      key,
      cells: environments.map(environment => {
        const asked = matrix.rows.filter(
          row =>
            row.environment === environment &&
            (view === 'teams' || row.on === key),
        );
        return {
          environment,
          exists: asked.length > 0,
          entries: entries.filter(
            entry =>
              entry.environment === environment &&
              (view === 'teams' ? entry.team : entry.on) === key &&
              (single || entry.decision !== 'deny'),
          ),
        };
      }),
    })),
  };
}

function addsTo(cell: MatrixCell, everyone: MatrixCell | undefined): boolean {
  if (!everyone || cell.team === 'everyone') return true;
  if (everyone.decision === 'allow') return false;
  return cell.decision === 'allow' || everyone.decision === 'deny';
}
