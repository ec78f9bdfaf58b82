// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { ExpiringCache } from './ExpiringCache';

describe('ExpiringCache', () => {
  it('drops the oldest entry when it is full', async () => {
    const cache = new ExpiringCache<string>({
      timeToLiveMs: 1_000,
      maxEntries: 2,
      clock: () => new Date(0),
    });
    const looked: string[] = [];
    const get = (key: string) =>
      cache.get(key, async () => {
        looked.push(key);
        return key;
      });

    for (const key of ['a', 'b', 'c', 'b', 'c', 'a']) {
      await expect(get(key)).resolves.toBe(key);
    }
    expect(looked).toEqual(['a', 'b', 'c', 'a']);
  });
});
