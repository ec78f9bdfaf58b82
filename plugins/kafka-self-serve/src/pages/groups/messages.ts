// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

export const groupMessages = {
  title: 'Consumer groups',
  loading: 'The consumer groups are loading',
  error: 'The consumer groups could not be loaded',
  notAllowed: 'You may not see consumer groups',
  search: 'Search consumer groups',
  columns: {
    name: 'Group',
    environment: 'Environment',
    owner: 'Owner',
    state: 'State',
    members: 'Members',
    lag: 'Lag',
  },
  unknown: 'unknown',
  empty: {
    title: 'No consumer groups',
    text: 'A group appears here once something reads with it. Get access to a topic to begin.',
    topics: 'Find a topic',
  },
  states: {
    EMPTY: 'Empty',
    STABLE: 'Reading',
    PREPARING_REBALANCE: 'Rebalancing',
    COMPLETING_REBALANCE: 'Rebalancing',
    ASSIGNING: 'Rebalancing',
    RECONCILING: 'Rebalancing',
    DEAD: 'Gone',
    UNKNOWN: 'Unknown',
  },
  one: {
    loading: 'The consumer group is loading',
    error: 'The consumer group could not be loaded',
    notAllowed: 'You may not see this consumer group',
    owner: 'Owner',
    application: 'Application',
    environment: 'Environment',
    members: 'Members',
    lag: 'Lag',
    reset: 'Reset its offsets',
    undo: 'Undo the last reset',
    undone_one:
      'Its offsets were reset in {{count}} partition; where it stood before is kept.',
    undone_other:
      'Its offsets were reset in {{count}} partitions; where it stood before is kept.',
    history: 'Lag over time',
    noHistory: 'The lag has been read less than twice so far.',
    chart:
      'Lag from {{first}} to {{last}} records, at most {{most}}, over {{readings}} readings',
    at: 'Time',
    partitions: 'Partitions',
    noPartitions: 'It has committed nothing.',
    columns: {
      topic: 'Topic',
      partition: 'Partition',
      committed: 'Committed',
      end: 'End',
      lag: 'Lag',
      reader: 'Read by',
    },
    nobody: 'nobody',
  },
} as const;
