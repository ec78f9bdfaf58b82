// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

/** Words about what ends by itself. */
export const endingsMessages = {
  breakGlass: 'Break-glass on {{service}}: {{reason}}',
  everywhere: 'Every one',
  loading: 'Temporary access is loading',
  error: 'Temporary access of {{title}} could not be loaded',
  notAllowed: 'you may not see the temporary access of {{title}}',
  columns: {
    what: 'What',
    environment: 'Environment',
    who: 'Who',
    state: 'State',
    ends: 'Ends',
  },
  mine: {
    title: 'What of yours ends by itself',
    label: 'Resources of yours that end, the next one first',
    empty: 'No resource of yours or of your teams ends by itself.',
    error: 'What of yours ends could not be loaded',
    notAllowed: 'you may not see what ends',
    access: 'Access of yours that ends',
    noAccess: 'No access of yours ends soon.',
  },
} as const;
