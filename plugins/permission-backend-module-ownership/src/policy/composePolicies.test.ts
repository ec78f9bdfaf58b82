// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { mockServices } from '@backstage/backend-test-utils';
import {
  AuthorizeResult,
  type Permission,
  type PolicyDecision,
} from '@backstage/plugin-permission-common';
import {
  createConditionAuthorizer,
  createPermissionResourceRef,
  createPermissionRule,
  type PermissionPolicy,
} from '@backstage/plugin-permission-node';
import { composePolicies } from './composePolicies';
import { ALLOW, type Criteria, DENY } from './decisions';

interface Thing {
  colour: string;
}

const ref = createPermissionResourceRef<Thing, object>().with({
  pluginId: 'things',
  resourceType: 'thing',
});
const rule = (colour: string) =>
  createPermissionRule({
    name: `IS_${colour.toUpperCase()}`,
    description: `Is ${colour}`,
    resourceRef: ref,
    apply: thing => thing.colour === colour,
    toQuery: () => ({}),
  });
const isAllowed = createConditionAuthorizer([rule('red'), rule('blue')]);

const red: Criteria = { rule: 'IS_RED', resourceType: 'thing' };
const blue: Criteria = { rule: 'IS_BLUE', resourceType: 'thing' };
const permission: Permission = {
  type: 'resource',
  name: 'thing.paint',
  attributes: {},
  resourceType: 'thing',
};

const conditional = (
  conditions: Criteria,
  pluginId = 'things',
): PolicyDecision => ({
  result: AuthorizeResult.CONDITIONAL,
  pluginId,
  resourceType: 'thing',
  conditions,
});

const answering = (decision: PolicyDecision): PermissionPolicy => ({
  handle: async () => decision,
});

const compose = (...decisions: [PolicyDecision, ...PolicyDecision[]]) => {
  const [first, ...rest] = decisions.map(answering);
  return composePolicies({
    policies: [first, ...rest],
    logger: mockServices.logger.mock(),
  }).handle({ permission });
};

describe('composePolicies', () => {
  it('allows only what all allow', async () => {
    await expect(compose(ALLOW, ALLOW)).resolves.toEqual(ALLOW);
    await expect(compose(ALLOW, DENY)).resolves.toEqual(DENY);
    await expect(compose(DENY, ALLOW)).resolves.toEqual(DENY);
    await expect(compose(conditional(red), DENY)).resolves.toEqual(DENY);
    await expect(compose(DENY, conditional(red))).resolves.toEqual(DENY);
  });

  it('two negations exclude both: merged with anyOf they would allow everything', async () => {
    const decision = await compose(
      conditional({ not: red }),
      ALLOW,
      conditional({ not: blue }),
    );

    const allowed = ['red', 'blue', 'green'].filter(colour =>
      isAllowed(decision, { colour }),
    );
    expect(allowed).toEqual(['green']);
  });

  it.each<[string, PolicyDecision]>([
    // The framework reads the anyOf alone.
    [
      'an exception beside anyOf',
      conditional({ anyOf: [red, blue], not: red } as Criteria),
    ],
    [
      'the same deeper down',
      conditional({
        allOf: [{ not: { anyOf: [red], not: blue } as Criteria }],
      }),
    ],
    // Every one of none holds.
    ['an empty allOf', conditional({ allOf: [] } as unknown as Criteria)],
    ['no condition', conditional({} as Criteria)],
    [
      'conditions on another resource',
      { ...conditional(red), resourceType: 'other' } as PolicyDecision,
    ],
    [
      'an answer that is none',
      { result: 'MAYBE' } as unknown as PolicyDecision,
    ],
  ])('denies %s', async (_, decision) => {
    await expect(compose(decision)).resolves.toEqual(DENY);
    await expect(compose(ALLOW, decision)).resolves.toEqual(DENY);
  });

  it('denies conditions that two plugins would have to apply', async () => {
    await expect(
      compose(conditional(red), conditional(blue, 'others')),
    ).resolves.toEqual(DENY);
  });

  it('denies when a policy throws, at once or later', async () => {
    const logger = mockServices.logger.mock();
    const throwing: PermissionPolicy = {
      handle() {
        throw new Error('at once');
      },
    };
    const rejecting: PermissionPolicy = {
      handle: () => Promise.reject(new Error('later')),
    };
    for (const policy of [throwing, rejecting]) {
      await expect(
        composePolicies({
          policies: [answering(ALLOW), policy],
          logger,
        }).handle({ permission }),
      ).resolves.toEqual(DENY);
    }
    expect(logger.error).toHaveBeenCalledTimes(2);
  });
});
