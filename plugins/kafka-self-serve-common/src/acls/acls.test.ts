// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import fc from 'fast-check';
import { anAcl, BILLING, ORDERS } from '../__testUtils__/examples';
import type { AclBinding, AclOperation } from '../model/observed';
import type { Grant } from '../model/resources';
import { type AccessAttempt, aclKey, isAllowed, minimalAcls } from './bindings';
import {
  type AccessIntent,
  aclDelta,
  aclsOfEnvironment,
  aclsOfIntents,
} from './intents';

const NAMES = ['a', 'ab', 'abc', 'b', 'ba'];
const PRINCIPALS = ['User:x', 'User:y'];
const OPERATIONS: AclOperation[] = ['READ', 'WRITE', 'DESCRIBE', 'DELETE'];
const TYPES = ['TOPIC', 'GROUP', 'TRANSACTIONAL_ID'] as const;

/** Everything that anybody could try with these names. */
const ATTEMPTS: AccessAttempt[] = PRINCIPALS.flatMap(principal =>
  OPERATIONS.flatMap(operation =>
    TYPES.flatMap(resourceType =>
      NAMES.map(resourceName => ({
        principal,
        operation,
        resourceType,
        resourceName,
        host: '10.0.0.1',
      })),
    ),
  ),
);

const access = (acls: readonly AclBinding[]) =>
  ATTEMPTS.filter(attempt => isAllowed(acls, attempt));

const pattern = fc.record({
  pattern: fc.constantFrom('LITERAL' as const, 'PREFIXED' as const),
  name: fc.constantFrom(...NAMES),
});
const principals = fc.subarray(PRINCIPALS, { minLength: 1 });
const intent: fc.Arbitrary<AccessIntent> = fc.oneof(
  fc.record({
    principals,
    access: fc.constant('CONSUME' as const),
    topic: pattern,
    group: pattern,
  }),
  fc.record({
    principals,
    access: fc.constant('PRODUCE' as const),
    topic: pattern,
    transactionalId: fc.option(pattern, { nil: undefined }),
  }),
);
const intents = fc.array(intent, { minLength: 1, maxLength: 6 });

/** What an intent is about, said without any ACL. */
function wanted(one: AccessIntent, attempt: AccessAttempt): boolean {
  if (!one.principals.includes(attempt.principal)) return false;
  const is = (p: { pattern: string; name: string } | undefined) =>
    p !== undefined &&
    (p.pattern === 'PREFIXED'
      ? attempt.resourceName.startsWith(p.name)
      : attempt.resourceName === p.name);
  const reads = ['READ', 'DESCRIBE'].includes(attempt.operation);
  const writes = ['WRITE', 'DESCRIBE'].includes(attempt.operation);
  if (one.access === 'CONSUME') {
    return (
      reads &&
      ((attempt.resourceType === 'TOPIC' && is(one.topic)) ||
        (attempt.resourceType === 'GROUP' && is(one.group)))
    );
  }
  return (
    one.access === 'PRODUCE' &&
    writes &&
    ((attempt.resourceType === 'TOPIC' && is(one.topic)) ||
      (attempt.resourceType === 'TRANSACTIONAL_ID' && is(one.transactionalId)))
  );
}

describe('ACLs from intents', () => {
  it('allow exactly what is wanted, and every one of them is needed', () => {
    fc.assert(
      fc.property(intents, all => {
        const acls = aclsOfIntents(all);
        expect(access(acls)).toEqual(
          ATTEMPTS.filter(attempt => all.some(one => wanted(one, attempt))),
        );
        for (const acl of acls) {
          const rest = acls.filter(other => other !== acl);
          expect(access(rest).length).toBeLessThan(access(acls).length);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('are the same in any order of the intents', () => {
    fc.assert(
      fc.property(intents, all => {
        expect(aclsOfIntents([...all].reverse())).toEqual(aclsOfIntents(all));
      }),
    );
  });

  it('change from one state to another by adding and then removing', () => {
    fc.assert(
      fc.property(intents, intents, (one, other) => {
        const before = aclsOfIntents(one);
        const after = aclsOfIntents(other);
        const { acls, revokedAcls } = aclDelta({ before, after });
        const gone = new Set(revokedAcls.map(aclKey));
        const result = [...before, ...acls].filter(a => !gone.has(aclKey(a)));
        expect(result.map(aclKey).sort()).toEqual(after.map(aclKey).sort());
      }),
    );
  });

  it('of a consumer and a transactional producer are four, without DESCRIBE', () => {
    const topic = { pattern: 'LITERAL', name: 't' } as const;
    const group = { pattern: 'LITERAL', name: 'g' } as const;
    const acls = aclsOfIntents([
      { principals: ['User:x'], access: 'CONSUME', topic, group },
      {
        principals: ['User:x'],
        access: 'PRODUCE',
        topic,
        transactionalId: { pattern: 'PREFIXED', name: 'tx-' },
      },
    ]);
    expect(acls.map(aclKey)).toEqual([
      'ALLOW User:x from *: READ on GROUP LITERAL g',
      'ALLOW User:x from *: READ on TOPIC LITERAL t',
      'ALLOW User:x from *: WRITE on TOPIC LITERAL t',
      'ALLOW User:x from *: WRITE on TRANSACTIONAL_ID PREFIXED tx-',
    ]);
  });
});

describe('the ACLs of an environment', () => {
  const grant: Grant = {
    id: 'g1',
    environment: 'prod',
    owner: 'orders@prod',
    grantee: 'billing@prod',
    access: 'CONSUME',
    topic: { pattern: 'LITERAL', name: 'orders.created' },
    group: { pattern: 'LITERAL', name: 'billing' },
    expiresAt: '2026-12-01T00:00:00Z',
  };
  const of = (grants: Grant[], now: string) =>
    aclsOfEnvironment({ instances: [ORDERS, BILLING], grants, now });

  it('let owners use what they own, and others what they were granted', () => {
    const acls = of([grant], '2026-11-22T00:00:00Z');
    const may = (
      principal: string,
      operation: AclOperation,
      resourceName: string,
    ) =>
      isAllowed(acls, {
        principal,
        operation,
        resourceName,
        resourceType: 'TOPIC',
        host: 'h',
      });
    expect(may('User:orders', 'WRITE', 'orders.created')).toBe(true);
    expect(may('User:orders', 'READ', 'orders.created')).toBe(true);
    expect(may('User:orders', 'DELETE', 'orders.created')).toBe(false);
    expect(may('User:billing', 'READ', 'orders.created')).toBe(true);
    expect(may('User:billing', 'WRITE', 'orders.created')).toBe(false);
    expect(may('User:billing', 'READ', 'orders.paid')).toBe(false);
  });

  it('end with the grant', () => {
    const at = '2026-12-01T00:00:00Z';
    expect(of([grant], at)).toEqual(of([], at));
    expect(of([{ ...grant, revokedAt: '2026-11-01T00:00:00Z' }], at)).toEqual(
      of([], at),
    );
  });
});

describe('isAllowed', () => {
  const attempt: AccessAttempt = {
    principal: 'User:orders',
    operation: 'DESCRIBE',
    resourceType: 'TOPIC',
    resourceName: 'orders.created',
    host: '10.0.0.1',
  };

  it.each([
    [true, {}],
    [true, { operation: 'ALL' as const }],
    [true, { resourceName: '*' }],
    [true, { principal: 'User:*' }],
    [true, { host: '10.0.0.1' }],
    [false, { host: '10.0.0.2' }],
    [false, { operation: 'CREATE' as const }],
    [false, { patternType: 'PREFIXED' as const, resourceName: '*' }],
    [false, { resourceType: 'GROUP' as const }],
  ])('is %p with %p', (expected, fields) => {
    expect(isAllowed([anAcl(fields)], attempt)).toBe(expected);
  });

  it('is false as soon as one DENY says so, and a DENY of READ denies no DESCRIBE', () => {
    const deny = anAcl({ permission: 'DENY', operation: 'DESCRIBE' });
    expect(isAllowed([anAcl(), deny], attempt)).toBe(false);
    const read = anAcl({ permission: 'DENY' });
    expect(isAllowed([anAcl({ operation: 'WRITE' }), read], attempt)).toBe(
      true,
    );
  });
});

describe('minimalAcls', () => {
  it('keeps one of two that give the same', () => {
    const all = anAcl({ resourceName: '*' });
    const empty = anAcl({ patternType: 'PREFIXED', resourceName: '' });
    expect(minimalAcls([all, empty, anAcl()])).toHaveLength(1);
  });

  it('keeps every DENY', () => {
    const denies = [
      anAcl({ permission: 'DENY' }),
      anAcl({ permission: 'DENY', operation: 'ALL' }),
    ];
    expect(minimalAcls(denies)).toHaveLength(2);
  });
});
