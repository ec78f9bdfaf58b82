// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

export const requestMessages = {
  mine: {
    title: 'My requests',
    empty: {
      title: 'You have asked for nothing yet',
      text: 'Topics, access and schemas that you ask for are followed here.',
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
    empty: {
      title: 'Nobody has asked for anything yet',
      text: 'Every request of every person is kept here with its history.',
    },
  },
  asking: 'Asking whether you administer Kafka',
  error: 'Whether you administer Kafka could not be asked',
  name: 'Request {{number}}: {{title}}',
} as const;
