// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

/** Words of the fields of a question. */
export const formMessages = {
  noNames:
    'The names of the policy could not be loaded ({{cause}}). Type them.',
  action: 'Action',
  environment: 'Environment',
  service: 'Service',
  account: 'Account',
  network: 'Network',
  cluster: 'Cluster',
  more: 'Account, network and cluster',
  stores: {
    label: 'Data stores',
    text: 'Separated by commas.',
  },
  user: {
    label: 'Person',
    text: 'For example user:default/pia. Left empty: you.',
  },
  at: {
    label: 'Moment',
    text: 'For example 2026-12-24T10:00:00Z. Left empty: now.',
    invalid: 'Write date, time and zone, for example 2026-12-24T10:00:00Z.',
  },
  attributes: {
    title: 'Attributes of the request',
    text: 'What a request may bring along, as the policy declares it: a changeTicket, for example.',
    name: 'Name {{number}}',
    value: 'Value {{number}}',
    add: 'Add an attribute',
    remove: 'Remove attribute {{number}}',
  },
} as const;
