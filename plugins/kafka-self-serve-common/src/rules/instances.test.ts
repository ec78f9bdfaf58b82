// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { BILLING, codes, ORDERS } from '../__testUtils__/examples';
import type { OwnedPattern } from '../model/application';
import type { CredentialPayload } from '../schemas/applications';
import {
  checkApplication,
  checkClaim,
  checkCredential,
  checkInstance,
  checkTransfer,
} from './instances';

type Instance = Parameters<typeof checkInstance>[0]['payload'];

const payload: Instance = {
  operation: 'create',
  application: 'shipping',
  environment: 'prod',
  principals: ['User:shipping'],
  patterns: [{ type: 'TOPIC', pattern: 'PREFIXED', name: 'shipping.' }],
};
const instances = [ORDERS, BILLING];

describe('an application', () => {
  const fields = {
    ownerRef: 'group:default/orders',
    componentRef: 'component:default/orders',
  };

  it('has a name of its own, and goes when nothing is left of it', () => {
    const existing = ['orders'];
    const create = { operation: 'create', name: 'orders', ...fields } as const;
    expect(codes(checkApplication({ payload: create, existing }))).toEqual([
      'application-exists',
    ]);
    const leave = { operation: 'delete', name: 'orders' } as const;
    const holds = ['2 topics in prod'];
    const [found] = checkApplication({ payload: leave, existing, holds });
    expect(found.message).toContain('it still holds 2 topics in prod');
    expect(checkApplication({ payload: leave, existing })).toEqual([]);
  });
});

describe('an application instance', () => {
  const check = (fields: Partial<Instance> = {}) =>
    codes(
      checkInstance({
        payload: { ...payload, ...fields } as Instance,
        instances,
      }),
    );

  it('is taken with patterns and principals that nobody else has', () => {
    expect(check()).toEqual([]);
  });

  it('is told everything that is wrong at once', () => {
    expect(
      check({
        application: 'orders',
        principals: ['User:billing', 'User:*', 'shipping'],
        patterns: [
          { type: 'TOPIC', pattern: 'LITERAL', name: 'invoices_late' },
          { type: 'GROUP', pattern: 'PREFIXED', name: '*' },
        ],
        limits: { topics: -1 },
        quota: { producerByteRate: 0 },
      }),
    ).toEqual([
      'instance-exists',
      'principal-taken',
      'principal-invalid',
      'principal-invalid',
      'pattern-name-invalid',
      'pattern-overlap',
      'limit-not-positive',
      'quota-not-positive',
    ]);
    expect(check({ principals: [], patterns: [] })).toEqual([
      'pattern-none',
      'principal-none',
    ]);
  });

  it('is changed beside its own patterns', () => {
    const own = {
      operation: 'update' as const,
      application: 'orders',
      principals: ['User:orders'],
      patterns: [
        { type: 'TOPIC', pattern: 'PREFIXED', name: 'orders' },
      ] as OwnedPattern[],
    };
    expect(check(own)).toEqual([]);
    expect(check({ operation: 'update' })).toEqual(['instance-not-found']);
  });
});

describe('ownership', () => {
  const invoices: OwnedPattern = {
    type: 'TOPIC',
    pattern: 'LITERAL',
    name: 'invoices',
  };
  const free: OwnedPattern = { ...invoices, name: 'free' };

  it('is claimed of what nobody has', () => {
    const check = (patterns: OwnedPattern[], instance = 'orders@prod') =>
      codes(
        checkClaim({
          payload: { environment: 'prod', instance, patterns },
          instances,
        }),
      );
    expect(check([free])).toEqual([]);
    expect(check([invoices])).toEqual(['pattern-overlap']);
    expect(check([], 'nobody@prod')).toEqual([
      'instance-not-found',
      'claim-nothing',
    ]);
  });

  it('is transferred by whoever has it', () => {
    const check = (patterns: OwnedPattern[], to = 'orders@prod') =>
      codes(
        checkTransfer({
          payload: { environment: 'prod', from: 'billing@prod', to, patterns },
          instances,
        }),
      );
    expect(check([invoices])).toEqual(['grants-move-with-pattern']);
    expect(check([free])).toEqual(['transfer-not-owned']);
    expect(check([{ ...invoices, pattern: 'PREFIXED' }])).toEqual([
      'transfer-not-owned',
    ]);
    expect(check([], 'billing@prod')).toEqual([
      'transfer-to-itself',
      'claim-nothing',
    ]);
  });
});

describe('a credential', () => {
  const check = (
    operation: CredentialPayload['operation'],
    username: string,
    users: string[],
  ) =>
    codes(
      checkCredential({
        payload: {
          operation,
          environment: 'prod',
          instance: 'orders@prod',
          username,
          mechanism: 'SCRAM-SHA-512',
        } as CredentialPayload,
        instance: ORDERS,
        users,
      }),
    );

  it('is of a principal of the instance, and made once', () => {
    expect(check('create', 'orders', [])).toEqual([]);
    expect(check('create', 'orders', ['orders'])).toEqual([
      'credential-exists',
    ]);
    expect(check('rotate', 'orders', ['orders'])).toEqual([]);
    expect(check('revoke', 'orders', [])).toEqual(['credential-not-found']);
    expect(check('create', 'admin', ['admin'])).toEqual([
      'principal-not-owned',
      'credential-exists',
    ]);
  });
});
