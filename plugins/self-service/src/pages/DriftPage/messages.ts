// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

/** Words of where Git, the catalog and the last apply differ. */
export const driftMessages = {
  title: 'Drift',
  text: 'Where Git is another than the portal left it, where the catalog does not know what is in Git, and what is merged but not applied. Nothing is corrected by itself: each comes with the change that would.',
  loading: 'Git, the catalog and the last applies are being compared',
  error: 'Git, the catalog and the last applies could not be compared',
  notAllowed: 'you may not see drift',
  again: 'Compare again',
  hidden_one: 'One more unit is not compared for you: you may not plan it.',
  hidden_other:
    '{{count}} more units are not compared for you: you may not plan them.',
  head: 'Compared with {{sha}} of {{repoUrl}}.',
  empty: {
    title: 'No drift',
    text: 'Git is as the portal left it, the catalog knows all of it, and what was merged is applied, as far as you may see it.',
  },
  label: 'What differs',
  kinds: {
    changed: 'Changed past the portal',
    removed: 'Removed past the portal',
    unknown: 'In Git, unknown to the portal',
    'not-applied': 'Merged, not applied',
    'not-in-catalog': 'Not in the catalog',
  },
  next: {
    changed:
      'Put back what was approved, or change it by a form so that it is approved as it is.',
    removed:
      'Put back what was approved, or remove it by a request from its page.',
    unknown:
      'Somebody made it without the portal. The first change of it by a form makes it known.',
    'not-applied': 'Its request says why. From there it can be tried again.',
    'not-in-catalog':
      'The catalog is behind, and reads it anew in a minute or two.',
  },
  where: '{{service}} in {{environment}}',
  owner: 'Owner',
  request: 'Last request',
  diff: 'What putting it back changes',
  restore: 'Put back what was approved',
  restoreOf: 'Put back what was approved: {{path}}',
  restoreTitle: 'Put back {{path}}',
  restoring: 'A draft is being made',
  failed: 'The draft could not be made',
  refused: 'you may not put it back',
  justification: 'Git differs from what request {{request}} left.',
  openForm: '{{title}}: {{path}}',
} as const;
