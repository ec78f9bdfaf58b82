// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { OWNERSHIP_ACTIONS } from '@fairway/backstage-plugin-ownership-common';
import fc from 'fast-check';

const TEAMS = ['red', 'green', 'blue'];
/** Accounts with and without owners, stores in both environments, an alias, a guard, a service with stores. */
const WORLD = {
  apiVersion: 'ownership/v1',
  kind: 'OwnershipPolicy',
  defaults: { decision: 'deny', unguarded: ['service.plan'] },
  attributes: { ticket: {}, risk: {} },
  teams: Object.fromEntries(
    TEAMS.map(team => [team, { groups: [`group:default/${team}`] }]),
  ),
  environments: {
    dev: {
      tier: 'nonprod',
      owners: ['red'],
      accounts: ['111', { id: '112', owners: ['green'] }],
      clusters: ['eks-dev'],
    },
    prod: {
      tier: 'prod',
      owners: ['green'],
      accounts: [{ id: '333', owners: ['red', 'blue'] }],
      clusters: ['eks-prod'],
      aliases: ['production'],
    },
  },
  dataStores: {
    'kafka-dev': { environment: 'dev', owners: ['red'] },
    'kafka-prod': { environment: 'prod', owners: ['blue'] },
  },
  services: {
    api: { owners: ['red'] },
    network: { owners: ['green'], restricted: true },
    topic: { owners: ['blue'], stores: ['kafka-dev', 'kafka-prod'] },
  },
  breakGlass: { teams: ['red'], maxMinutes: 60 },
};

const some = <T>(...values: T[]) =>
  fc.uniqueArray(fc.constantFrom(...values), { minLength: 1, maxLength: 3 });

/** Tests without `exists`, the one that leaving something out may turn to true. */
const test = fc.oneof(
  fc.record({
    attr: fc.constantFrom('request.ticket', 'request.risk'),
    equals: fc.constantFrom('a', 'b'),
  }),
  fc.record({
    attr: fc.constantFrom('request.ticket', 'request.risk'),
    in: some('a', 'b'),
  }),
  fc.record({
    attr: fc.constant('target.environment'),
    equals: fc.constantFrom('dev', 'production'),
  }),
  fc.record({
    attr: fc.constant('target.account'),
    equals: fc.constantFrom('111', '333'),
  }),
  fc.constant({ attr: 'time.now', before: '2026-07-01T00:00:00Z' }),
  fc.constant({ attr: 'time.now', after: '2026-07-01T00:00:00Z' }),
);

const { when } = fc.letrec<{ when: unknown }>(tie => ({
  when: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    test,
    fc.record({ not: tie('when') }),
    fc.record({ all: fc.array(tie('when'), { minLength: 1, maxLength: 3 }) }),
    fc.record({ any: fc.array(tie('when'), { minLength: 1, maxLength: 3 }) }),
  ),
}));

export interface WrittenRule {
  effect: 'allow' | 'deny';
  [key: string]: unknown;
}

export const rule: fc.Arbitrary<WrittenRule> = fc.record(
  {
    effect: fc.constantFrom(
      'allow' as const,
      'allow' as const,
      'deny' as const,
    ),
    to: some(
      'everyone',
      'team:red',
      'team:green',
      'owner:service',
      'owner:store',
      'owner:account',
      'owner:environment',
      'user:default/ann',
      'group:default/blue',
    ),
    actions: fc.oneof(fc.constant(['*']), some(...OWNERSHIP_ACTIONS)),
    in: some('dev', 'prod', 'production', 'tier:nonprod', 'tier:*'),
    on: some(
      'service:api',
      'service:*',
      'store:*',
      'store:kafka-prod',
      'account:*',
      'account:333',
      'cluster:eks-dev',
    ),
    when,
  },
  { requiredKeys: ['effect', 'to', 'actions'] },
);

export const rules = fc.array(rule, { maxLength: 12 });

/** A policy file with these rules; ids follow the contents, not the order. */
export function policyText(written: readonly WrittenRule[]): string {
  return JSON.stringify({
    ...WORLD,
    rules: written.map((each, index) => ({ id: `r${index}`, ...each })),
  });
}

export const subject = fc.record({
  userEntityRef: fc.constantFrom('user:default/ann', 'user:default/bob'),
  groupEntityRefs: fc
    .subarray(TEAMS)
    .map(teams => teams.map(team => `group:default/${team}`)),
});

export const request = fc.record(
  {
    ticket: fc.constantFrom('a', 'b', 'c'),
    risk: fc.constantFrom('a', 'b'),
  },
  { requiredKeys: [] },
);

export const at = fc.constantFrom(
  new Date('2026-06-01T10:00:00Z'),
  new Date('2026-08-01T10:00:00Z'),
);

/** A target that tells everything, truthfully. */
export const fullTarget = fc
  .constantFrom(
    {
      environment: 'dev',
      account: '111',
      cluster: 'eks-dev',
      store: 'kafka-dev',
    },
    {
      environment: 'dev',
      account: '112',
      cluster: 'eks-dev',
      store: 'kafka-dev',
    },
    {
      environment: 'prod',
      account: '333',
      cluster: 'eks-prod',
      store: 'kafka-prod',
    },
  )
  .chain(({ environment, account, cluster, store }) =>
    fc.record(
      {
        action: fc.constantFrom(...OWNERSHIP_ACTIONS),
        service: fc.constantFrom('api', 'network', 'topic'),
        environment: fc.constant(environment),
        account: fc.constant(account),
        cluster: fc.constant(cluster),
        stores: fc.constant<string[]>([store]),
      },
      { requiredKeys: ['action', 'service', 'environment', 'account'] },
    ),
  );
