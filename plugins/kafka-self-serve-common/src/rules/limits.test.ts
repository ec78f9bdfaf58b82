// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { aTopicSpec, codes, ORDERS } from '../__testUtils__/examples';
import type { InstanceLimits } from '../model/environment';
import {
  checkLimits,
  checkNewLimits,
  limitsOf,
  topicBytes,
  usageOf,
} from './limits';

const bounded = (bytes: string) =>
  aTopicSpec({ configs: { 'retention.bytes': bytes } });

describe('limits', () => {
  it('count partitions, and the disk of all replicas', () => {
    expect(topicBytes(bounded('1000'))).toBe(9_000);
    expect(topicBytes(aTopicSpec())).toBeUndefined();
    expect(usageOf([bounded('1000'), aTopicSpec()])).toEqual({
      topics: 2,
      partitions: 6,
      bytes: 9_000,
    });
  });

  it('are the own ones, else those of the environment', () => {
    const environment = { limits: { instance: { topics: 5, partitions: 9 } } };
    expect(limitsOf({ limits: { topics: 7 } }, environment)).toEqual({
      topics: 7,
      partitions: 9,
    });
  });

  const check = (
    limits: InstanceLimits,
    rest: Partial<Parameters<typeof checkLimits>[0]> = {},
  ) =>
    codes(
      checkLimits({
        instance: { ...ORDERS, limits },
        usage: { topics: 2, partitions: 6, bytes: 9_000 },
        after: bounded('1000'),
        ...rest,
      }),
    );

  it('are compared with what there would be', () => {
    expect(check({ topics: 3, partitions: 9, bytes: 18_000 })).toEqual([]);
    expect(check({ topics: 2, partitions: 8, bytes: 17_999 })).toEqual([
      'limit-topics',
      'limit-partitions',
      'limit-bytes',
    ]);
  });

  it('of bytes ask for a topic with an end', () => {
    expect(check({ bytes: 1 }, { after: aTopicSpec() })).toEqual([
      'limit-bytes-unbounded',
    ]);
  });

  it('let those above them do what takes up no more', () => {
    const limits = { topics: 1, partitions: 1, bytes: 1 };
    expect(check(limits, { before: bounded('1000') })).toEqual([]);
    expect(check(limits, { before: bounded('999') })).toEqual(['limit-bytes']);
    const endless = aTopicSpec();
    expect(check(limits, { before: endless, after: endless })).toEqual([]);
  });

  it('are whole numbers, and warn below what is used', () => {
    const usage = { topics: 4, partitions: 0, bytes: 0 };
    const limits = { topics: 3, partitions: 1.5, bytes: -1 };
    expect(codes(checkNewLimits({ limits, usage }))).toEqual([
      'limit-below-usage',
      'limit-not-positive',
      'limit-not-positive',
    ]);
  });
});
