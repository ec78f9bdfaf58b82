// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { matrixPage } from '../../__testUtils__/fixtures';
import { pivot } from './pivot';

const matrix = (search = '') => matrixPage(new URLSearchParams(search));

const shown = (table: ReturnType<typeof pivot>) =>
  table.rows.map(({ key, cells }) => [
    key,
    ...cells.map(({ exists, entries }) =>
      exists
        ? entries.map(({ team, on, decision }) => `${team} ${on} ${decision}`)
        : 'absent',
    ),
  ]);

describe('pivot', () => {
  it('lists by service who may, environment by environment', () => {
    const table = pivot(matrix(), { view: 'services', single: false });
    expect(table.environments).toEqual(['dev', 'prod']);
    expect(shown(table)).toEqual([
      [
        'service:networking',
        ['netops service:networking allow'],
        ['netops service:networking needs'],
      ],
      [
        'service:payments-api',
        ['payments service:payments-api allow'],
        ['payments service:payments-api needs'],
      ],
    ]);
  });

  it('lists by team what it may', () => {
    const table = pivot(matrix(), { view: 'teams', single: false });
    expect(shown(table)).toContainEqual([
      'netops',
      ['netops service:networking allow'],
      ['netops service:networking needs'],
    ]);
    expect(shown(table)).toContainEqual(['data', [], []]);
  });

  it('shows a refusal too where only one answer was asked for', () => {
    const table = pivot(matrix('team=data&service=networking'), {
      view: 'services',
      single: true,
    });
    expect(shown(table)).toEqual([
      [
        'service:networking',
        ['data service:networking deny'],
        ['data service:networking deny'],
      ],
    ]);
  });

  it('lists nobody beside everyone who may no more', () => {
    const cell = { by: 'plan-anywhere', needs: [] };
    const rows = [
      {
        on: 'service:networking',
        environment: 'dev',
        cells: [
          { team: 'everyone', decision: 'allow' as const, ...cell },
          { team: 'netops', decision: 'allow' as const, ...cell },
        ],
      },
      {
        on: 'service:networking',
        environment: 'prod',
        cells: [
          { team: 'everyone', decision: 'needs' as const, ...cell },
          { team: 'netops', decision: 'allow' as const, ...cell },
          { team: 'data', decision: 'needs' as const, ...cell },
        ],
      },
    ];
    const table = pivot(
      { rows, teams: ['everyone', 'netops', 'data'] },
      { view: 'services', single: false },
    );
    expect(shown(table)).toEqual([
      [
        'service:networking',
        ['everyone service:networking allow'],
        [
          'everyone service:networking needs',
          'netops service:networking allow',
        ],
      ],
    ]);
  });

  it('knows where something is not: a data store has one environment', () => {
    const both = [
      ...matrix('action=store.request').rows,
      { on: 'store:kafka-dev', environment: 'dev', cells: [] },
    ];
    const table = pivot(
      { rows: both, teams: [] },
      { view: 'services', single: false },
    );
    expect(shown(table)).toEqual([
      ['store:kafka-prod', [], 'absent'],
      ['store:kafka-dev', 'absent', []],
    ]);
  });
});
