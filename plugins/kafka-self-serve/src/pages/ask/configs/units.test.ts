// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { inUnits, join, split, unitsOf } from './units';

const TIME = { unit: 'milliseconds' } as const;
const SIZE = { unit: 'bytes' } as const;

describe('units of configs', () => {
  it('writes a value in the largest unit that says it whole', () => {
    expect(split(TIME, '604800000')).toEqual({ amount: '7', unit: 'days' });
    expect(split(TIME, '90000')).toEqual({ amount: '90', unit: 'seconds' });
    expect(split(SIZE, '1073741824')).toEqual({ amount: '1', unit: 'GiB' });
    expect(split(TIME, '0')).toEqual({ amount: '0', unit: 'milliseconds' });
  });

  it.each(['1', '999', '60000', '9223372036854775807'])(
    'gives %s back as it was',
    value => {
      const { amount, unit } = split(TIME, value);
      expect(join(amount, unit)).toBe(value);
    },
  );

  it('leaves what is no whole number to the rules', () => {
    expect(join('1.5', 'days')).toBe('1.5');
    expect(join('', 'days')).toBe('');
    expect(split(TIME, '-1')).toEqual({ amount: '-1', unit: 'milliseconds' });
  });

  it('has no units where the definition has none of time or size', () => {
    expect(unitsOf({ unit: 'ratio' })).toEqual([]);
    expect(inUnits({ unit: 'ratio' }, '0.5')).toBe('0.5');
    expect(inUnits(TIME, '86400000')).toBe('1 day');
  });
});
