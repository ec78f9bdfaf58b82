// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

// A rule says the same about one request as about a list of them in the database.
import { TestDatabases } from '@backstage/backend-test-utils';
import type {
  PermissionCriteria,
  PermissionCondition,
} from '@backstage/plugin-permission-common';
import {
  createConditionAuthorizer,
  createConditionTransformer,
  type PermissionRuleset,
} from '@backstage/plugin-permission-node';
import { createRequestPermissions } from '@fairway/requests-common';
import fc from 'fast-check';
import { KnexRequestStore } from '../store';
import {
  seededRequest,
  seedRequests,
} from '../store/__testUtils__/seedRequests';
import type { RequestCriterion, StoredRequest } from '../store/types';
import {
  createRequestRules,
  type RequestResource,
  requestResourceRefOf,
} from './rules';

jest.setTimeout(120_000);

const COUNT = 200;
const databases = TestDatabases.create({
  ids: ['SQLITE_3', 'POSTGRES_18'],
  disableDocker: true,
});

const { resourceType } = createRequestPermissions('store-room');
const rules = createRequestRules(
  requestResourceRefOf({ pluginId: 'store-room', resourceType }),
);
const ruleset = {
  getRuleByName: (name: string) =>
    Object.values(rules).find(rule => rule.name === name)!,
} as PermissionRuleset<RequestResource, RequestCriterion, typeof resourceType>;

const REQUESTS = Array.from({ length: COUNT }, (_, n) => seededRequest(n + 1));
const valuesOf = (field: keyof RequestResource) => [
  ...new Set(REQUESTS.flatMap(request => request[field] ?? [])),
];

const leaf = fc
  .constantFrom(
    ['IS_REQUESTER', valuesOf('requesterRef')] as const,
    ['IS_READER', valuesOf('readerRefs')] as const,
    ['IN_ENVIRONMENT', valuesOf('environmentRef')] as const,
    ['IS_KIND', valuesOf('kind')] as const,
    ['IS_OWNED_BY', valuesOf('ownerRef')] as const,
  )
  .chain(([rule, known]) =>
    fc
      .uniqueArray(fc.constantFrom(...known, 'group:default/nobody'), {
        minLength: 1,
        maxLength: 3,
      })
      .map(
        (values): PermissionCondition => ({
          resourceType,
          rule,
          params: { values },
        }),
      ),
  );

type Criteria = PermissionCriteria<PermissionCondition>;

const { criteria } = fc.letrec<{ criteria: Criteria }>(tie => ({
  criteria: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    leaf,
    fc
      .array(tie('criteria'), { minLength: 1, maxLength: 3 })
      .map(anyOf => ({ anyOf } as Criteria)),
    fc
      .array(tie('criteria'), { minLength: 1, maxLength: 3 })
      .map(allOf => ({ allOf } as Criteria)),
    tie('criteria').map(not => ({ not } as Criteria)),
  ),
}));

describe.each(databases.eachSupportedId())('rules on %s', databaseId => {
  it('find in a list exactly the requests that they hold for', async () => {
    const knex = await databases.init(databaseId);
    const store = await KnexRequestStore.create({
      database: knex,
      clock: () => new Date(),
    });
    await seedRequests(knex, { count: COUNT });
    const authorize = createConditionAuthorizer(ruleset);
    const toQuery = createConditionTransformer(ruleset);

    const all: StoredRequest[] = [];
    for (let cursor: string | undefined; ; ) {
      const page = await store.list(
        { limit: 100, cursor },
        { refs: [], userRef: 'user:default/root', seesAll: true },
      );
      for (const { id } of page.items) all.push((await store.get(id))!);
      cursor = page.nextCursor;
      if (!cursor) break;
    }
    expect(all).toHaveLength(COUNT);

    await fc.assert(
      fc.asyncProperty(criteria, async conditions => {
        const decision = {
          result: 'CONDITIONAL' as const,
          pluginId: 'store-room',
          resourceType,
          conditions,
        };
        const expected = all
          .filter(request => authorize(decision as never, request))
          .map(({ number }) => number);
        const viewer = {
          refs: [],
          userRef: 'user:default/root',
          seesAll: true,
          criteria: toQuery(conditions),
        };
        const first = await store.list({ limit: 100 }, viewer);
        const { all: counted } = await store.counts({}, viewer);
        expect(first.items.map(({ number }) => number)).toEqual(
          expected.slice(0, 100),
        );
        expect(counted).toBe(expected.length);
      }),
      { numRuns: 60 },
    );
  });
});
