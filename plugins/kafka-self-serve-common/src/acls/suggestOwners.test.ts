// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { anAcl } from '../__testUtils__/examples';
import { suggestOwners } from './suggestOwners';

describe('suggestOwners', () => {
  const write = anAcl({ operation: 'WRITE' });
  const prefix = anAcl({
    patternType: 'PREFIXED',
    resourceName: 'orders.',
    principal: 'User:billing',
  });
  const of = (...acls: (typeof write)[]) =>
    suggestOwners({ topics: ['orders.created'], acls })[0];

  it('takes the one that writes, and grants for those that read', () => {
    expect(of(write, anAcl(), prefix)).toEqual({
      topic: 'orders.created',
      owner: 'User:orders',
      writers: ['User:orders'],
      readers: ['User:billing'],
    });
  });

  it('takes nobody where several or none write', () => {
    const other = { ...write, principal: 'User:billing' };
    expect(of(write, other)).toMatchObject({
      writers: ['User:billing', 'User:orders'],
    });
    expect(of(write, other).owner).toBeUndefined();
    expect(of(anAcl())).toEqual({
      topic: 'orders.created',
      writers: [],
      readers: ['User:orders'],
    });
  });

  it('counts access from one address, and not what is denied from all', () => {
    expect(of({ ...write, host: '10.0.0.1' }).owner).toBe('User:orders');
    const deny = anAcl({ permission: 'DENY', operation: 'ALL' });
    expect(of(write, deny).writers).toEqual([]);
    expect(of(write, { ...deny, host: '10.0.0.1' }).owner).toBe('User:orders');
  });
});
