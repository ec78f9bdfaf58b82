// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

/** Words of why a decision is what it is. */
export const explainMessages = {
  title: 'Why, or why not',
  intro:
    'The decision for one person: the rule and its line, what was nearly enough, whom to ask, and who would have to approve.',
  submit: 'Explain',
  loading: 'Asking for the decision',
  error: 'The decision could not be explained',
  notAllowed: 'you may not ask this for somebody else',
  empty: {
    title: 'Nothing asked yet',
    text: 'Say what is done, and where. Left as it is, the question is about you, now.',
  },
  decision: 'Decision',
  for: 'For',
  at: 'decided for',
  revision: 'policy revision',
  legs: 'Rules that decided',
  nearMiss: { title: 'What was nearly enough' },
  askFor: 'Whom to ask',
  approvals: {
    title: 'Who would have to approve',
    auto: 'Nobody: the policy lets it through by itself.',
    none: 'Nobody could: no entry of the policy says who approves this.',
    stage_one: '{{count}} person of',
    stage_other: '{{count}} people of',
    entry: '(entry {{entry}}, line {{line}})',
  },
} as const;
