// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

export const requestMessages = {
  mine: {
    title: 'My requests',
    empty: {
      title: 'You have asked for nothing yet',
      text: 'Topics, access and schemas that you ask for are followed here.',
      ask: 'Ask for a topic',
    },
  },
  toDecide: {
    title: 'To decide',
    empty: {
      title: 'Nothing waits for you',
      text: 'Requests that you may decide about appear here.',
    },
  },
  all: {
    title: 'Requests',
    notAllowed: 'The requests of everybody are for administrators',
    whom: 'Your own are under My requests, and those that you may decide about under To decide.',
    parts: {
      pending: 'Pending',
      failed: 'Failed',
      approved: 'Approved',
      rejected: 'Rejected',
      all: 'All',
    },
    partCount: '{{label}} ({{number}})',
    label: 'Requests by state',
    loading: 'The requests are loading',
    error: 'The requests could not be loaded',
    columns: {
      request: 'Request',
      state: 'State',
      waitingFor: 'Waits for',
      requester: 'Requester',
      environment: 'Environment',
      age: 'Age',
      risk: 'Risk',
      kind: 'Kind',
    },
    noEnvironment: 'all',
    risks: { low: 'Low', medium: 'Medium', high: 'High', none: 'None' },
    nothing: 'Nothing here',
    nothingText:
      'No request is under “{{part}}” now; all of them are under “All”.',
    showAll: 'Show all requests',
    empty: {
      title: 'Nobody has asked for anything yet',
      text: 'Every request of every person is kept here with its history.',
    },
  },
  impact: {
    title: 'What it touches',
    loading: 'What it touches is loading',
    error: 'What it touches could not be read',
    notAllowed: 'You may not see what it touches',
    topic: 'Topic {{name}} in {{environment}}',
    fresh: 'There is no topic {{name}} in {{environment}} yet.',
    groups: 'Groups that read it now',
    none: 'none',
    lag: '{{group}}, {{lag}} behind',
    bytes: 'On disk',
    unknown: 'unknown',
    partitions: 'Partitions',
    access: 'Others with access',
    limits: 'Of its application, partitions used',
    of: '{{used}} of {{limit}}',
    noLimit: '{{used}}, no limit',
  },
  name: 'Request {{number}}: {{title}}',
} as const;
