// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

/** Words about an entity that came of a request. */
export const entityMessages = {
  title: 'As it was ordered',
  state: 'State',
  states: {
    pending: 'Asked for, not there yet',
    ready: 'Ready',
    changing: 'There, a change of it is under way',
    removing: 'There, its removal is under way',
    failed: 'The last change of it failed',
    expiring: 'There, its life ends soon or has ended',
    gone: 'Not in Git any more',
    notApplied: 'Merged, not applied',
  },
  unknown: 'Unknown',
  environment: 'Environment',
  module: 'Module and version',
  owner: 'Owner',
  request: 'Last request',
  by: 'by',
  lifetime: 'Lifetime',
  noLifetime: 'Until somebody removes it',
  service: 'Service and account',
  receiver: 'Made by',
  repository: 'Repository',
  file: 'File',
  copyFile: 'the path of the file',
  requests: {
    title: 'Its requests',
    empty: {
      title: 'No requests to see',
      text: 'You see the requests of your teams and those that you decide about. None of them is about this.',
    },
  },
} as const;
