// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

export const partMessages = {
  lists: {
    placeholder: 'Part of a name',
    environment: 'Environment',
    allEnvironments: 'All environments',
    mine: 'Only of my teams',
    found: '{{number}} found',
    previous: 'Previous page',
    next: 'Next page',
    shownOf: '{{shown}} of {{number}} are shown.',
    more: 'Show more',
    pages: 'Pages',
    asks: 'What can be asked for',
    because: '{{action}}: {{because}}',
    noMatch: {
      title: 'Nothing fits',
      text: 'Nothing fits the search and filters.',
      clear: 'Clear the search and filters',
    },
  },
  catalog: {
    error: 'The catalog could not be searched: type the whole reference',
    notAllowed: 'You may not search the catalog',
  },
  open: {
    title: 'Open requests',
    none: 'Nothing is under way.',
    request: 'Request',
    kind: 'Kind',
    state: 'State',
    name: '#{{number}} {{title}}',
    underWay: 'Being carried out',
    waits: 'Waits for a decision',
  },
  send: {
    notAllowed: 'You may not ask for this',
    failed: 'It could not be sent',
    reason: 'Reason',
    reasonText: 'Why it is needed, for those who decide.',
    cancel: 'Cancel',
    required: 'Fill this in',
  },
} as const;
