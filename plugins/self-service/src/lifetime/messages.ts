// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

/** Words about ends. */
export const lifetimeMessages = {
  title: 'Lifetime',
  line: 'What it makes lives for {{lifetime}} from then on. Its owners are told before it ends and can extend it; then its removal is asked for as a request of its own.',
  unread: 'Its lifetime cannot be read',
  failed: 'It stays as it was',
  phase: 'State',
  phases: {
    endless: 'It has no end',
    counting: 'Counting',
    expiring: 'Ends soon',
    grace: 'Over; its removal is about to be asked for',
    removing: 'Over; its removal is asked for',
    kept: 'It stays',
    gone: 'Not in Git any more',
    protected: 'Protected: it does not end',
  },
  because: 'Because',
  ends: 'Ends',
  removal: 'Removal',
  removalRequest: 'The request of its removal',
  maximum: 'Extended by its owners until',
  request: 'Request {{number}}',
  history: 'What happened to it',
  reason: 'Reason',
  reasonNeeded: 'Say why, for whoever looks at it later.',
  close: 'Close',
  extend: {
    title: 'Extend {{name}}',
    button: 'Extend',
    by: 'By how much',
    maximum:
      'What is later than its maximum has to be approved. The maximum is',
    asked: 'That is later than its maximum, so somebody has to approve it',
    choices: {
      P1D: 'A day',
      P3D: 'Three days',
      P7D: 'A week',
      P14D: 'Two weeks',
      P30D: 'Thirty days',
    },
  },
  keep: {
    title: 'Keep {{name}}',
    text: 'Its removal is taken back, and it lives once more as long as it was ordered, up to its maximum.',
    button: 'Keep it',
  },
} as const;
