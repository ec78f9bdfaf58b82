// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { inWords } from './inWords';

const configOf = (name: string) => `topic orders.created / configs.${name}`;

it('says times and sizes of configs in their units', () => {
  expect(inWords(configOf('retention.ms'), '7200000')).toBe('2 hours');
  expect(inWords(configOf('segment.bytes'), '1073741824')).toBe('1 GiB');
});

it('leaves everything else as it is', () => {
  expect(inWords(configOf('cleanup.policy'), 'compact')).toBe('compact');
  expect(inWords(configOf('a.company.made.up'), '7200000')).toBe('7200000');
  expect(inWords('topic orders.created / partitions', '3')).toBe('3');
});
