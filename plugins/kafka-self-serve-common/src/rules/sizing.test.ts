// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import fc from 'fast-check';
import { codes } from '../__testUtils__/examples';
import {
  checkKeyOrder,
  checkPartitions,
  checkReplicationFactor,
} from './sizing';

const partitions = (fields: { partitions: number; current?: number }) =>
  codes(checkPartitions({ name: 't', ...fields }));

describe('checkPartitions', () => {
  it('refuses fewer than there are, whatever the numbers', () => {
    fc.assert(
      fc.property(fc.nat(9_000), fc.nat(9_000), (one, other) => {
        const current = one + 1;
        const found = partitions({ partitions: other + 1, current });
        expect(found.includes('partitions-decrease')).toBe(other + 1 < current);
      }),
    );
  });

  it.each([0, -1, 1.5, NaN])('refuses %p', number => {
    expect(partitions({ partitions: number })).toContain('partitions-too-few');
  });

  it('refuses more than one request of the controller can write', () => {
    expect(partitions({ partitions: 9_999 })).toEqual([]);
    expect(partitions({ partitions: 10_000 })).toEqual(['partitions-too-many']);
    const records = (number: number, configs: Record<string, string>) =>
      codes(checkPartitions({ name: 't', partitions: number, configs }));
    const one = { 'retention.ms': '5' };
    expect(records(9_998, one)).toEqual([]);
    expect(records(9_999, one)).toEqual(['partitions-too-many']);
    const two = { 'min.insync.replicas': '1' };
    expect(records(9_997, two)).toEqual([]);
    expect(records(9_998, two)).toEqual(['partitions-too-many']);
    const more = (number: number) =>
      partitions({ partitions: 9_000 + number, current: 9_000 });
    expect(more(10_000)).toEqual([]);
    expect(more(10_001)).toEqual(['partitions-too-many']);
  });

  it('keeps the limit of the environment, and lets be what is above it already', () => {
    const check = (wanted: number, current?: number) =>
      codes(
        checkPartitions({ name: 't', partitions: wanted, current, limit: 6 }),
      );
    expect(check(6)).toEqual([]);
    expect(check(7)).toEqual(['partitions-above-limit']);
    expect(check(8, 8)).toEqual([]);
    expect(check(9, 8)).toEqual(['partitions-above-limit']);
  });
});

describe('checkKeyOrder', () => {
  const check = (fields: Partial<Parameters<typeof checkKeyOrder>[0]>) =>
    checkKeyOrder({
      name: 't',
      partitions: 6,
      current: 3,
      compacted: false,
      ...fields,
    });

  it('warns where records with one key part, unless it is said that there are no keys', () => {
    expect(check({})).toMatchObject([
      { code: 'partitions-remap-keys', severity: 'warn' },
    ]);
    expect(check({ keyed: false })).toEqual([]);
    expect(check({ keyed: false, compacted: true })).toHaveLength(1);
    expect(check({ partitions: 3 })).toEqual([]);
  });
});

describe('checkReplicationFactor', () => {
  const check = (
    replicationFactor: number,
    rest: { current?: number; brokers?: number } = { brokers: 3 },
  ) => codes(checkReplicationFactor({ name: 't', replicationFactor, ...rest }));

  it('is from 1 to the number of live brokers', () => {
    expect(check(0)).toEqual(['replication-factor-too-low']);
    expect(check(1)).toEqual([]);
    expect(check(3)).toEqual([]);
    expect(check(4)).toEqual(['replication-factor-above-brokers']);
    expect(check(4, {})).toEqual([]);
  });

  it('never changes, though brokers are down', () => {
    expect(check(3, { current: 3, brokers: 2 })).toEqual([]);
    expect(check(2, { current: 3 })).toEqual(['replication-factor-change']);
  });
});
