// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

/** Words of what a draft of the policy changes. */
export const simulateMessages = {
  title: 'Try out a draft of the policy',
  intro:
    'Judges a draft, runs the test cases against it and says who would gain and who would lose. Nothing is stored or put into force.',
  submit: 'Simulate',
  loading: 'Judging the draft',
  error: 'The draft could not be judged',
  notAllowed: 'you may not try out drafts',
  policy: {
    label: 'Draft of the policy',
    text: 'The whole file, YAML or JSON, at most 1 MB.',
    missing: 'Paste a policy first.',
  },
  cases: {
    label: 'Test cases',
    text: 'Left empty: the cases of the policy in force, if there are any.',
  },
  empty: {
    title: 'No draft judged yet',
    text: 'Paste the policy file with your change and simulate it before you commit it.',
  },
  accepted: {
    title: 'The draft would be accepted',
    text: 'It has no errors, and no case failed.',
  },
  refused: {
    title: 'Error: the draft would be refused',
    text: 'The policy in force would stay. The errors or failed cases are below.',
  },
  problems: {
    title: 'Problems',
    none: 'No errors and no warnings.',
  },
  tests: {
    title: 'Test cases',
    sum: '{{passed}} passed, {{failed}} failed',
    none: 'No cases ran: the draft has errors, or there are no cases.',
    case: '{{number}}. {{title}}',
    failedCases: 'Failed cases',
    passedCases: 'Passed cases',
    showPassed: 'Show the cases that passed',
    passed: 'Passed',
    failed: 'Failed',
    columns: {
      case: 'Case',
      outcome: 'Outcome',
      expected: 'Expected',
      actual: 'Answered',
    },
  },
  changes: {
    title: 'Who gains and who loses',
    table: 'Answers that change',
    unknown: 'Known once the draft has no errors.',
    none: {
      title: 'Nobody gains, nobody loses',
      text: 'The draft answers every question as the policy in force does.',
    },
    gains: 'Gains',
    loses: 'Loses',
    changes: 'Needs something else',
    team: 'team {{teams}}',
    what: '{{action}} {{on}} in {{environment}}',
    approvals: 'Approvals that change',
    more_one: 'Show {{count}} more answer',
    more_other: 'Show {{count}} more answers',
    other: 'Also different',
    rule: 'Rule {{id}} ({{change}}, line {{line}})',
    section: 'Section {{section}}',
    added: 'added',
    removed: 'removed',
    changed: 'changed',
    columns: {
      change: 'Change',
      who: 'Who',
      what: 'What',
      before: 'Before',
      after: 'After',
    },
  },
} as const;
