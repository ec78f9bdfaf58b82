// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { BILLING, codes, ORDERS } from '../__testUtils__/examples';
import type { Grant } from '../model/resources';
import type { GrantCreatePayload } from '../schemas/access';
import { checkGrant, checkRevoke } from './grants';

const now = '2026-11-22T00:00:00Z';

const grant: Grant = {
  id: 'g1',
  environment: 'prod',
  owner: 'orders@prod',
  grantee: 'billing@prod',
  access: 'CONSUME',
  topic: { pattern: 'PREFIXED', name: 'orders.' },
  group: { pattern: 'LITERAL', name: 'billing' },
};

const payload: GrantCreatePayload = {
  operation: 'create',
  environment: 'prod',
  grantee: 'billing@prod',
  access: 'CONSUME',
  topic: { pattern: 'LITERAL', name: 'orders.created' },
  group: { pattern: 'LITERAL', name: 'billing' },
};

const context = { instances: [ORDERS, BILLING], grants: [], now };

const check = (fields: Partial<GrantCreatePayload> = {}, rest = {}) =>
  codes(
    checkGrant({ ...context, ...rest, payload: { ...payload, ...fields } }),
  );

describe('a grant', () => {
  it('is taken inside of the pattern of its owner, a part of it too', () => {
    expect(check()).toEqual([]);
    expect(
      check({ topic: { pattern: 'PREFIXED', name: 'orders.eu.' } }),
    ).toEqual([]);
  });

  it.each([
    ['another topic', { pattern: 'LITERAL', name: 'payments' }],
    ['more than the owner has', { pattern: 'PREFIXED', name: 'order' }],
    ['what only looks alike', { pattern: 'LITERAL', name: 'orders_created' }],
  ] as const)('is refused for %s', (_, topic) => {
    expect(check({ topic })).toEqual(['grant-outside-owner']);
  });

  it('for a prefix is not in the hand of an owner of single topics', () => {
    const topic = { pattern: 'PREFIXED', name: 'invoices' } as const;
    const group = { pattern: 'LITERAL', name: 'orders-x' } as const;
    expect(check({ grantee: 'orders@prod', topic, group })).toEqual([
      'grant-prefix-of-literal',
    ]);
  });

  it('never opens everything', () => {
    const topic = { pattern: 'LITERAL', name: '*' } as const;
    expect(check({ topic })).toEqual(['pattern-name-invalid']);
    const group = { pattern: 'LITERAL', name: '*' } as const;
    expect(check({ group })).toEqual(['pattern-name-invalid']);
  });

  it('to consume needs a group of the grantee', () => {
    expect(check({ group: undefined })).toEqual(['grant-group-missing']);
    const group = { pattern: 'LITERAL', name: 'orders-x' } as const;
    expect(check({ group })).toEqual(['group-outside-ownership']);
  });

  it('to produce takes a transactional id of the grantee, and no group', () => {
    const transactionalId = { pattern: 'LITERAL', name: 'orders-tx' } as const;
    expect(check({ access: 'PRODUCE' })).toEqual(['grant-field-unused']);
    expect(
      check({ access: 'PRODUCE', group: undefined, transactionalId }),
    ).toEqual(['transactional-id-outside-ownership']);
    expect(check({ transactionalId })).toEqual([
      'transactional-id-outside-ownership',
      'grant-field-unused',
    ]);
  });

  it('is for another instance that is there', () => {
    const group = { pattern: 'LITERAL', name: 'orders-x' } as const;
    expect(check({ grantee: 'orders@prod', group })).toEqual([
      'grant-to-owner',
    ]);
    expect(check({ grantee: 'nobody@prod' })).toEqual(['instance-not-found']);
    expect(check({ environment: 'dev' })).toEqual([
      'grant-environment-differs',
    ]);
  });

  it('is not given twice, unless the first has ended', () => {
    expect(check({}, { grants: [grant] })).toEqual(['grant-exists']);
    const ended = { ...grant, expiresAt: now };
    expect(check({}, { grants: [ended] })).toEqual([]);
  });

  it('ends in time to come', () => {
    expect(check({ expiresAt: now })).toEqual(['grant-expiry-past']);
    expect(check({ expiresAt: '2026-11-22T01:00:01+01:00' })).toEqual([]);
  });

  it('is renewed and revoked while it holds', () => {
    const of = (grants: Grant[]) => {
      const ref = { environment: 'prod', grant: 'g1' };
      const options = { ...context, grants };
      const renew = { operation: 'renew' as const, ...ref };
      return [
        codes(checkGrant({ ...options, payload: renew })),
        codes(checkRevoke({ ...options, payload: ref })),
      ];
    };
    expect(of([grant])).toEqual([[], []]);
    expect(of([])).toEqual([['grant-not-found'], ['grant-not-found']]);
    expect(of([{ ...grant, revokedAt: now }])).toEqual([
      ['grant-ended'],
      ['grant-ended'],
    ]);
  });
});
