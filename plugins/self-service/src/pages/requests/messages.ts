// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

/** Words of the lists of requests. */
export const requestsMessages = {
  name: '#{{number}} {{title}}',
  tabs: {
    label: 'Lists of requests',
    mine: 'My requests',
    toDecide: 'To decide',
    toDecideWithCount: 'To decide ({{number}})',
    all: 'All requests',
  },
  mine: {
    title: 'My requests',
    empty: {
      title: 'No requests yet',
      text: 'Whatever you order, a database for example, becomes a request: you see its diff, who has to approve, and how far it is. Order something, and it shows up here.',
    },
  },
  toDecide: {
    title: 'Waiting for your decision',
    empty: {
      title: 'Nothing to decide',
      text: 'Requests that you may approve or reject show up here, as long as they wait for it. Your own never do.',
    },
  },
  all: {
    title: 'All requests',
    empty: {
      title: 'No requests yet',
      text: 'Nobody has ordered anything. Every request of everybody shows up here.',
    },
  },
} as const;
