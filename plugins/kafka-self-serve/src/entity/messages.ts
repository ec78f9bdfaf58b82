// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

export const entityMessages = {
  title: 'Kafka',
  loading: 'What it has on Kafka is loading',
  error: 'What it has on Kafka could not be loaded',
  notAllowed: 'You may not see what it has on Kafka',
  none: {
    title: 'Nothing on Kafka',
    text: 'No application on Kafka belongs to it.',
    ask: 'Ask for an application',
  },
  applications: 'Applications',
  environments: 'Environments',
  topics: 'Topics',
  all: 'Everything on Kafka',
  columns: {
    topic: 'Topic',
    environment: 'Environment',
    phase: 'Phase',
    partitions: 'Partitions',
  },
  noTopics: 'It has no topics.',
  more: 'All {{number}} topics',
  groups: 'Consumer groups',
  noGroups: 'It has no consumer groups.',
  group: 'Group',
  state: 'State',
  lag: 'Lag',
} as const;
