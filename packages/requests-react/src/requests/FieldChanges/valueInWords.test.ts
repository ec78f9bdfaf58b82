// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { valueInWords } from './valueInWords';

it.each([
  ['topic orders / configs.retention.ms', '604800000', '7 days'],
  ['topic orders / configs.segment.bytes', '1073741824', '1.1 GB'],
  ['access of payments / until', '2026-12-07T10:00:00.000Z', '2026'],
])('says of %s that %s is %s', (path, value, words) => {
  expect(valueInWords(path, value, 'en')).toContain(words);
});

it.each([
  ['topic orders / partitions', '604800000'],
  ['topic orders / configs.retention.ms', '-1'],
  ['topic orders / configs.segment.bytes', '14'],
  ['topic orders / description', 'about.ms'],
])('says nothing else of %s with %s', (path, value) => {
  expect(valueInWords(path, value, 'en')).toBeUndefined();
});
