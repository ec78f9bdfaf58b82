// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import fc from 'fast-check';
import {
  Cedar,
  type CedarLeg,
  type CedarRule,
  type When,
} from './__testUtils__/cedar';
import { policyOf } from './__testUtils__/fixtures';
import { decide } from './decide';

const ACTIONS = [
  'service.plan',
  'service.deploy',
  'service.destroy',
  'store.change',
];
const ENVIRONMENTS = {
  dev: { tier: 'nonprod', owners: ['red'] },
  staging: { tier: 'nonprod', owners: ['green'] },
  prod: { tier: 'prod', owners: ['green', 'blue'] },
};
const CLUSTERS: Record<string, { environment: string; owners: string[] }> = {
  'eks-dev': { environment: 'dev', owners: ['blue'] },
  'eks-prod': { environment: 'prod', owners: ['green'] },
};
const STORES: Record<
  string,
  { environment: string; owners: string[]; restricted?: boolean }
> = {
  'kafka-dev': { environment: 'dev', owners: ['red'] },
  'kafka-prod': { environment: 'prod', owners: ['blue'] },
  'pg-prod': {
    environment: 'prod',
    owners: ['red', 'green'],
    restricted: true,
  },
};
const SERVICES: Record<
  string,
  { owners: string[]; restricted?: boolean; stores?: string[] }
> = {
  api: { owners: ['red'] },
  web: { owners: ['red', 'blue'] },
  network: { owners: ['green'], restricted: true },
  topic: { owners: ['blue'], stores: ['kafka-dev', 'kafka-prod'] },
};
const TEAMS = ['red', 'green', 'blue'];
const GROUPS = ['all', 'red', 'green', 'blue', 'squad', 'guild'].map(
  name => `group:default/${name}`,
);
const TIME = '2026-07-01T00:00:00Z';

const some = <T>(...values: T[]) =>
  fc.uniqueArray(fc.constantFrom(...values), { minLength: 1, maxLength: 3 });
const requestAttribute = fc.constantFrom('request.ticket', 'request.risk');
const value = fc.constantFrom('CHG1', 'CHG2', 'low', 'high');
const leaf: fc.Arbitrary<When> = fc.oneof(
  fc.record({ attr: requestAttribute, exists: fc.boolean() }),
  fc.record({ attr: requestAttribute, equals: value }),
  fc.record({ attr: requestAttribute, in: some('CHG1', 'low') }),
  fc.record({
    attr: requestAttribute,
    startsWith: fc.constantFrom('CHG', 'l', 'high'),
  }),
  fc.constant({ attr: 'time.now', before: TIME }),
  fc.constant({ attr: 'time.now', after: TIME }),
  fc.record({
    attr: fc.constant('target.environment'),
    in: some(...Object.keys(ENVIRONMENTS)),
  }),
  fc.record({
    attr: fc.constant('target.tier'),
    equals: fc.constantFrom('prod', 'nonprod'),
  }),
  fc.record({
    attr: fc.constant('target.service'),
    startsWith: fc.constantFrom('a', 'web', 'net'),
  }),
);
const { when } = fc.letrec<{ when: When }>(tie => ({
  when: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    { weight: 3, arbitrary: leaf },
    fc.record({ not: tie('when') }),
    fc.record({ all: fc.array(tie('when'), { minLength: 1, maxLength: 3 }) }),
    fc.record({ any: fc.array(tie('when'), { minLength: 1, maxLength: 3 }) }),
  ),
}));

const rules: fc.Arbitrary<CedarRule[]> = fc
  .array(
    fc.record(
      {
        effect: fc.oneof(
          { weight: 7, arbitrary: fc.constant('allow' as const) },
          { weight: 1, arbitrary: fc.constant('deny' as const) },
        ),
        to: fc.oneof(fc.constant(['everyone']), {
          weight: 3,
          arbitrary: some(
            'everyone',
            ...TEAMS.map(team => `team:${team}`),
            'owner:service',
            'owner:store',
            'owner:cluster',
            'owner:environment',
            'user:default/ann',
            'group:default/squad',
            'group:default/all',
          ),
        }),
        actions: fc.oneof(fc.constant(['*']), some(...ACTIONS)),
        in: some('dev', 'staging', 'prod', 'tier:nonprod', 'tier:*'),
        on: some(
          'service:*',
          'service:api',
          'service:topic',
          'store:*',
          'store:kafka-prod',
          'cluster:*',
          'cluster:eks-dev',
        ),
        when,
      },
      { requiredKeys: ['effect', 'to', 'actions'] },
    ),
    { minLength: 1, maxLength: 16 },
  )
  .map(list => list.map((each, index) => ({ id: `r${index}`, ...each })));

/** Any groups below any others: several parents, no cycles. */
const parents = fc
  .tuple(...GROUPS.map((_, index) => fc.subarray(GROUPS.slice(0, index))))
  .map(lists => new Map(GROUPS.map((group, index) => [group, lists[index]])));

const context = fc.record(
  { ticket: fc.oneof(value, fc.constant('  ')), risk: value },
  { requiredKeys: [] },
);
/** Truthful requests, in anybody's spelling. */
const question = fc.record({
  user: fc.constantFrom('user:default/ann', 'user:default/bob'),
  memberOf: fc.subarray(GROUPS, { maxLength: 3 }),
  action: fc.constantFrom(...ACTIONS),
  environment: fc.constantFrom<keyof typeof ENVIRONMENTS>(
    'dev',
    'staging',
    'prod',
  ),
  service: fc.constantFrom(...Object.keys(SERVICES)),
  extras: fc.subarray([...Object.keys(STORES), ...Object.keys(CLUSTERS)]),
  spell: fc.constantFrom<(name: string) => string>(
    name => name,
    name => name.toUpperCase(),
    name => ` ${name} `,
  ),
  context,
  at: fc.constantFrom('2026-06-01T10:00:00Z', '2026-08-01T10:00:00Z'),
});
type Question = typeof question extends fc.Arbitrary<infer T> ? T : never;

function policyText(list: readonly CedarRule[]) {
  return JSON.stringify({
    apiVersion: 'ownership/v1',
    kind: 'OwnershipPolicy',
    defaults: { unguarded: ['service.plan'] },
    attributes: { ticket: {}, risk: {} },
    teams: Object.fromEntries(
      TEAMS.map(team => [team, { groups: [`group:default/${team}`] }]),
    ),
    environments: Object.fromEntries(
      Object.entries(ENVIRONMENTS).map(([name, entry]) => [
        name,
        {
          ...entry,
          clusters: Object.entries(CLUSTERS)
            .filter(([, { environment }]) => environment === name)
            .map(([id, { owners }]) => ({ id, owners })),
        },
      ]),
    ),
    dataStores: STORES,
    services: SERVICES,
    rules: list,
  });
}

function upward(group: string, above: ReadonlyMap<string, string[]>): string[] {
  const direct = above.get(group) ?? [];
  return [group, ...direct.flatMap(each => upward(each, above))];
}

/** What is touched: the service of a change, what is named, and what the service always touches. */
function legsOf(asked: Question): CedarLeg[] {
  const { action, service } = asked;
  const environment = {
    name: asked.environment,
    ...ENVIRONMENTS[asked.environment],
  };
  const here = (name: string) =>
    ({ ...STORES, ...CLUSTERS }[name].environment === environment.name);
  const touched = action.startsWith('service.')
    ? SERVICES[service].stores ?? []
    : [];
  const stores = [...asked.extras, ...touched].filter(name => name in STORES);
  const clusters = asked.extras.filter(name => name in CLUSTERS);
  const leg = (
    kind: string,
    name: string,
    { owners, restricted = false }: { owners: string[]; restricted?: boolean },
  ) => ({ kind, name, owners, restricted, environment, service });
  return [
    leg('service', service, SERVICES[service]),
    ...[...new Set(stores)]
      .filter(here)
      .map(name => leg('store', name, STORES[name])),
    ...clusters.filter(here).map(name => leg('cluster', name, CLUSTERS[name])),
  ];
}

describe('decide and Cedar', () => {
  it('answer the same wherever both can express the policy', () => {
    const answers = { allow: 0, deny: 0 };
    const byRule = { allow: 0, deny: 0 };
    let ofSeveralLegs = 0;
    const report = fc.check(
      fc.property(
        rules,
        parents,
        fc.array(question, { minLength: 8, maxLength: 16 }),
        (list, above, questions) => {
          const policy = policyOf(policyText(list));
          const cedar = Cedar.create({
            rules: list,
            groups: Object.fromEntries(
              GROUPS.map(group => [
                group,
                {
                  parents: above.get(group) ?? [],
                  teams: TEAMS.filter(team => group.endsWith(`/${team}`)),
                },
              ]),
            ),
          });
          for (const asked of questions) {
            const { user, memberOf, action, spell } = asked;
            const legs = legsOf(asked);
            const named = (kind: string) =>
              legs.filter(each => each.kind === kind).map(({ name }) => name);
            const stores = named('store');
            const [cluster] = named('cluster');
            // A request about a store has to name one.
            if (action.startsWith('store.') && !stores.length) continue;
            const given = Object.fromEntries(
              Object.entries(asked.context).filter(([, each]) => each.trim()),
            );
            const expected = legs.every(each =>
              cedar.allows(
                {
                  user,
                  memberOf,
                  action,
                  context: { ...given, now: Date.parse(asked.at) },
                },
                each,
              ),
            );
            const actual = decide(policy, {
              subject: {
                userEntityRef: user,
                groupEntityRefs: [
                  ...new Set(memberOf.flatMap(each => upward(each, above))),
                ],
              },
              target: {
                action,
                environment: spell(asked.environment),
                service: spell(asked.service),
                cluster: cluster && spell(cluster),
                stores: stores.map(spell),
              },
              request: asked.context,
              at: new Date(asked.at),
            });
            answers[actual.decision]++;
            if (/^r\d/.test(actual.by)) byRule[actual.decision]++;
            if (legs.length > 1) ofSeveralLegs++;
            expect({ asked, is: actual.decision, why: actual.message }).toEqual(
              {
                asked,
                is: expected ? 'allow' : 'deny',
                why: expect.anything(),
              },
            );
          }
        },
      ),
      { numRuns: 500, seed: 20261122 },
    );
    expect(fc.defaultReportMessage(report)).toBeUndefined();
    // Neither answer is rare, so that agreeing says something.
    const all = answers.allow + answers.deny;
    expect(all).toBeGreaterThan(4_000);
    expect(answers.allow / all).toBeGreaterThan(0.2);
    expect(answers.deny / all).toBeGreaterThan(0.2);
    expect(byRule.deny / all).toBeGreaterThan(0.1);
    expect(ofSeveralLegs / all).toBeGreaterThan(0.2);
  }, 60_000);
});
