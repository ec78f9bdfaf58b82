// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

/** Words of the pages of environments. */
export const environmentsMessages = {
  title: 'Environments',
  text: 'Where things run: who owns it, who may deploy what, what runs there, what is asked for, and what is about to end.',
  label: 'Environments',
  loading: 'The environments are loading',
  error: 'The environments could not be loaded',
  notAllowed: 'you may not see the environments',
  empty: {
    title: 'No environments',
    text: 'The ownership policy names none, or the catalog has not read it yet.',
  },
  columns: {
    name: 'Environment',
    tier: 'Tier',
    owner: 'Owner',
    running: 'Runs there',
    expiring: 'Ends within a week',
  },
  none: 'None',
  one: {
    back: 'All environments',
    missing: {
      title: 'No environment {{name}}',
      text: 'The ownership policy has none of that name, or you may not see it.',
    },
    facts: 'About the environment',
    owner: 'Owner',
    tier: 'Tier',
    accounts: 'Accounts',
    clusters: 'Clusters',
    matrix: 'The whole matrix of {{name}}, with the rules',
  },
  who: {
    title: 'Who may deploy what',
    label: 'Teams that may deploy into {{name}}, by service',
    service: 'Service',
    loading: 'Asking who may deploy what',
    error: 'Who may deploy what could not be asked',
    notAllowed: 'you may not see who may deploy what',
  },
  running: {
    title: 'What runs there',
    label: 'What runs in {{name}}',
    empty: 'Nothing that was ordered here runs there, as far as you may see.',
    columns: {
      name: 'Name',
      type: 'What',
      state: 'State',
      owner: 'Owner',
      ends: 'Ends',
    },
    never: 'Not by itself',
  },
  expiring: {
    title: 'What is about to end',
    empty: 'No resource ends within a week.',
    label: 'What ends in {{name}} within a week',
    access: 'Access that ends in {{name}} within a week',
    noAccess: 'No access ends within a week, as far as you may see.',
  },
  pending: {
    title: 'What is asked for',
    empty: {
      title: 'Nothing is asked for',
      text: 'Open requests about this environment that you may see show up here.',
    },
  },
} as const;
