// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { wordsOfBytes } from './bytes';

it('says bytes in the unit that people say', () => {
  expect(
    [0, 1, 999, 1_000, 263_016, 1_500_000_000, 2e15].map(bytes =>
      wordsOfBytes(bytes, 'en'),
    ),
  ).toEqual([
    '0 bytes',
    '1 byte',
    '999 bytes',
    '1 kB',
    '263 kB',
    '1.5 GB',
    '2,000 TB',
  ]);
});
