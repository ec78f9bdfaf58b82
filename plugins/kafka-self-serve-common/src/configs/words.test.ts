// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { configInWords } from './words';

it.each([
  ['retention.ms', '604800000', '604800000 (7 days)'],
  ['configs.retention.ms', '3600000', '3600000 (1 hour)'],
  ['retention.ms', '-1', '-1 (no limit)'],
  ['retention.bytes', '1500000000', '1500000000 (1.5 GB)'],
  ['segment.bytes', '14', '14'],
  ['cleanup.policy', 'compact', 'compact'],
  ['partitions', '12', '12'],
])('says %s %s as %s', (key, value, words) => {
  expect(configInWords(key, value)).toBe(words);
});
