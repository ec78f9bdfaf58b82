// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

/** Words of the matrix. */
export const matrixMessages = {
  title: 'Who may do what where',
  intro:
    'What the ownership policy answers each team. Choose an answer to see the rule behind it.',
  label: '{{action}} by environment',
  loading: 'Loading the matrix',
  error: 'The matrix could not be loaded',
  notAllowed: 'you may not see the matrix',
  empty: {
    title: 'Nothing to show',
    text: 'The policy has nothing that this action and these filters are about. Choose another action, or leave a filter out.',
  },
  on: 'What',
  team: 'Team',
  nobody: 'Nobody',
  nothing: 'Nothing',
  absent: 'Not there',
  cell: '{{text}}, {{other}} in {{environment}}',
  nobodyCell: 'Nobody: {{on}} in {{environment}}',
  partial: '{{shown}} of {{total}} rows are shown. Narrow the filters, or',
  more: 'Show more',
  filter: {
    label: 'Filters of the matrix',
    all: 'All',
    environment: 'Environment',
    service: 'Service',
    team: 'Team',
  },
  view: {
    label: 'Rows',
    services: 'By service',
    teams: 'By team',
  },
  dialog: {
    title: '{{team}}: {{action}} {{on}} in {{environment}}',
    nobody: '{{action}} {{on}} in {{environment}}',
    loading: 'Asking for the rules',
    error: 'The rules could not be loaded',
    explain: 'Explain it for me',
    whoCan: 'Who can',
  },
} as const;
