// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { POLICY_TEXT, policyOf } from './__testUtils__/fixtures';
import {
  decideLimits,
  describeLimits,
  type LimitedResource,
  limitCounters,
  type LimitQuery,
} from './limits';

const policy = policyOf(POLICY_TEXT);
const query: LimitQuery = {
  subject: {
    userEntityRef: 'user:default/pia',
    groupEntityRefs: ['group:default/payments'],
  },
  target: {
    action: 'service.deploy',
    service: 'payments-api',
    environment: 'dev',
  },
  resource: { lifetime: 'P14D' },
  at: new Date('2026-06-01T10:00:00Z'),
};
const mine: LimitedResource = {
  team: 'payments',
  service: 'kafka-topic',
  environment: 'stage',
  attributes: { lifetime: 'P1D' },
};
const held = (resources: LimitedResource[], more: Partial<LimitQuery> = {}) =>
  decideLimits(
    policy,
    { ...query, ...more },
    counter => resources.filter(counter.counts).length,
  );

describe('limits', () => {
  it('lets one more in while there is room, and says how many there are', () => {
    const { decision, by, message, limits } = held(Array(4).fill(mine));
    expect([decision, by]).toEqual(['allow', 'within-limits']);
    expect(message).toBe('4 of 5 (temporary-environments): one more fits.');
    expect(limits).toEqual([
      {
        id: 'temporary-environments',
        line: 56,
        per: 'team',
        of: 'payments',
        atMost: 5,
        current: 4,
        decision: 'allow',
      },
    ]);
  });

  it('refuses the one too many like a rule: id, line, whom to ask', () => {
    const { decision, by, message, askFor } = held(Array(5).fill(mine));
    expect([decision, by]).toEqual(['deny', 'temporary-environments']);
    expect(message).toBe(
      'No more fits: team payments has 5 of at most 5 (limit temporary-environments, policy.yaml, line 56). Remove one first. Ask group:default/platform.',
    );
    expect(askFor).toEqual(['group:default/platform']);
  });

  it.each([
    ['of another team', { team: 'data' }],
    ['outside its environments', { environment: 'production' }],
    ['that its condition leaves out', { attributes: {} }],
  ])('does not count a resource %s', (_, other) => {
    expect(held(Array(9).fill({ ...mine, ...other })).limits[0].current).toBe(
      0,
    );
  });

  it('counts a resource about which something is not known', () => {
    const vague = { team: 'payments', attributes: mine.attributes };
    expect(held(Array(5).fill(vague)).decision).toBe('deny');
  });

  it('is about nothing else', () => {
    const none = { decision: 'allow', by: 'no-limit', limits: [] };
    expect(held(Array(9).fill(mine), { resource: {} })).toMatchObject(none);
    expect(
      held(Array(9).fill(mine), {
        target: { ...query.target, environment: 'prod' },
      }),
    ).toMatchObject(none);
  });

  it('is not escaped by leaving the environment or the team out', () => {
    const { environment, ...target } = query.target;
    expect(held(Array(5).fill(mine), { target }).decision).toBe('deny');
    const nobody = { userEntityRef: 'user:default/eve', groupEntityRefs: [] };
    const [counter] = limitCounters(policy, { ...query, subject: nobody });
    expect(counter.of).toBe('user:default/eve');
  });

  it('counts for each team of somebody in several, unless the holder is named', () => {
    const subject = {
      userEntityRef: 'user:default/both',
      groupEntityRefs: [
        'group:default/payments',
        'group:default/data-platform',
      ],
    };
    const names = (more: Partial<LimitQuery>) =>
      limitCounters(policy, { ...query, subject, ...more }).map(({ of }) => of);
    expect(names({})).toEqual(['payments', 'data']);
    expect(names({ team: 'DATA' })).toEqual(['data']);
  });

  it('counts per service and environment, and adds limits up', () => {
    const more = policyOf(
      POLICY_TEXT.replace(
        'limits: ',
        `limits:
  - { id: few-topics, service: kafka-topic, in: [dev], perService: 1, perEnvironment: 2, why: Ask the data team. }
#`,
      ),
    );
    const topic = { ...query.target, service: 'kafka-topic' };
    const ask = { ...query, target: topic };
    expect(limitCounters(more, ask).map(({ key }) => key)).toEqual([
      'few-topics/service/kafka-topic',
      'few-topics/environment/dev',
      'temporary-environments/team/payments',
    ]);
    const { by, message } = decideLimits(more, ask, () => 2);
    expect(by).toBe('few-topics');
    expect(message).toContain('service kafka-topic has 2 of at most 1');
    expect(message).toContain('Ask the data team. Remove one first.');
  });

  it('refuses a count that is none', () => {
    expect(decideLimits(policy, query, () => NaN).decision).toBe('deny');
  });

  it('refuses a target that the policy does not know', () => {
    const target = { ...query.target, environment: 'qa' };
    expect(held([], { target })).toMatchObject({
      decision: 'deny',
      by: 'unknown-environment',
    });
  });

  it('describes limits for people', () => {
    expect(describeLimits(policy)).toEqual([
      {
        id: 'temporary-environments',
        line: 56,
        text: 'at most 5 per team in dev and staging where resource.lifetime is given',
      },
    ]);
  });
});
