// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import {
  count,
  duration,
  flag,
  identifier,
  list,
  oneOf,
  strict,
  text,
} from './fields';
import {
  actions,
  approvers,
  audience,
  environments,
  limitWhen,
  targets,
  when,
} from './selectors';

const WHERE =
  'Environments; left out: everywhere, even where the environment is not known.';
const ON = 'Targets; left out: the request as a whole.';

export const rule = strict({
  id: identifier().describe('Decisions, logs and test cases call it by this.'),
  effect: oneOf(['allow', 'deny']).describe('A deny beats every allow.'),
  to: audience().describe('Who the rule speaks about.'),
  actions: actions().describe('What they want to do.'),
  in: environments().describe(WHERE).optional(),
  on: targets().describe(ON).optional(),
  when: when(),
  breakGlass: oneOf(['never'])
    .describe('On a deny: no break-glass grant passes it.')
    .optional(),
  why: text('Production needs a change ticket.')
    .describe('Shown to people together with the decision.')
    .optional(),
});

const stage = strict({
  from: approvers().describe('Whose approval counts.'),
  count: count(1, 20).describe('Distinct people.'),
  rejectAfter: count(1, 20)
    .describe('Rejections that end the request; one if left out.')
    .optional(),
});

export const approval = strict({
  id: identifier(),
  fallback: flag()
    .describe('Counts only where no other entry matches.')
    .optional(),
  actions: actions(),
  in: environments().describe(WHERE).optional(),
  on: targets().describe('Targets; left out: all.').optional(),
  to: audience().describe('Whose requests; left out: everyone.').optional(),
  when: when(),
  mode: oneOf(['auto'])
    .describe('Nobody has to approve, if no other entry asks for it.')
    .optional(),
  stages: list(stage, '[{ from: [owner:environment], count: 1 }]')
    .describe('All of them have to be filled.')
    .optional(),
  decideWithin: duration()
    .describe('ISO 8601; the request expires after it.')
    .optional(),
  remindAfter: duration()
    .describe('ISO 8601; approvers are reminded after it.')
    .optional(),
});

export const limit = strict({
  id: identifier(),
  service: text("'*'")
    .describe("One service; left out or '*': all of them.")
    .optional(),
  in: environments().describe(WHERE).optional(),
  perTeam: count(0, 100_000).describe('At most so many a team.').optional(),
  perService: count(0, 100_000)
    .describe('At most so many a service.')
    .optional(),
  perEnvironment: count(0, 100_000)
    .describe('At most so many an environment.')
    .optional(),
  when: limitWhen(),
  why: text('Ask the platform team for more.')
    .describe('Shown to people who reach it.')
    .optional(),
});
