// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

/** Words of the audit. */
export const auditMessages = {
  title: 'Audit',
  chain: {
    title: 'Are the histories intact?',
    intact:
      'Yes: {{events}} events of {{requests}} requests were verified, each sealed by the hash of the one before.',
    verifying: 'Every event is being verified.',
    verify: 'Verify again',
    error: 'The histories could not be verified',
    brokenTitle: 'Warning: a history was changed after it was written',
    first: 'The first event that does not fit is',
    event: 'event {{sequence}} of request #{{number}}',
    remedy:
      'Keep a copy of the database as it is, compare with the heads of the chains in the log of the auditor, and do not trust this history from there on.',
  },
  period: {
    label: 'Made between',
    from: 'Made from',
    to: 'Made until',
    clear: 'Any time',
  },
  requests: {
    title: 'Requests and their events',
    label: 'Requests, each with its events',
    error: 'The requests could not be loaded',
    empty: {
      title: 'No request matches',
      text: 'There is no request that fits all filters. Choose fewer, or another time.',
    },
    previous: 'Newer requests',
    next: 'Older requests',
  },
  events: {
    made: 'Made',
    page: 'Open the request',
    label: 'Events of request #{{number}}',
    loading: 'The events are loading',
    error: 'The events could not be loaded',
    notAllowed: 'you may not see these events',
  },
} as const;
