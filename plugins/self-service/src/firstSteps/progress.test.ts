// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { APPROVAL, requestOf } from '../__testUtils__/fixtures';
import { firstStepsOf, type FollowedOrder } from './progress';

const PIA = 'user:default/pia';
const NINA = 'user:default/nina';

const doneOf = (order: Partial<FollowedOrder>) =>
  firstStepsOf({ me: PIA, isOutOfSight: false, hasSeenPlan: false, ...order })
    .filter(({ isDone }) => isDone)
    .map(({ id }) => id);

describe('firstStepsOf', () => {
  it('has six steps, none of them done at first', () => {
    expect(
      firstStepsOf({ me: PIA, isOutOfSight: false, hasSeenPlan: false }).map(
        ({ id }) => id,
      ),
    ).toEqual(['order', 'diff', 'persona', 'approve', 'apply', 'catalog']);
    expect(doneOf({})).toEqual([]);
  });

  it.each<[string, Partial<FollowedOrder>, string[]]>([
    ['an order', { request: requestOf() }, ['order']],
    [
      'an order whose plan was on the screen',
      { request: requestOf(), hasSeenPlan: true },
      ['order', 'diff'],
    ],
    [
      'another person looking at it',
      { request: requestOf(), hasSeenPlan: true, me: NINA },
      ['order', 'diff', 'persona'],
    ],
    [
      'an order that another person may not even see',
      { isOutOfSight: true, me: NINA },
      ['order', 'persona'],
    ],
    [
      'an approval by somebody else, for whoever ordered too',
      {
        request: requestOf({ decision: 'approved', decisions: [APPROVAL] }),
      },
      ['order', 'diff', 'persona', 'approve'],
    ],
    [
      'an approval by rule, which takes nobody',
      {
        request: requestOf({
          decision: 'approved',
          approval: { mode: 'auto', by: ['dev-auto'] },
        }),
      },
      ['order', 'persona', 'approve'],
    ],
    [
      'a failed apply',
      {
        request: requestOf({ decision: 'approved', execution: 'failed' }),
        hasSeenPlan: true,
      },
      ['order', 'diff', 'persona', 'approve'],
    ],
    [
      'an apply',
      {
        request: requestOf({ decision: 'approved', execution: 'succeeded' }),
        hasSeenPlan: true,
      },
      ['order', 'diff', 'persona', 'approve', 'apply'],
    ],
    [
      'an entity in the catalog',
      {
        request: requestOf({ decision: 'approved', execution: 'succeeded' }),
        hasSeenPlan: true,
        entityRef: 'resource:default/pg-orders',
      },
      ['order', 'diff', 'persona', 'approve', 'apply', 'catalog'],
    ],
  ])('is ticked by %s', (_, order, done) => {
    expect(doneOf(order)).toEqual(done);
  });
});
