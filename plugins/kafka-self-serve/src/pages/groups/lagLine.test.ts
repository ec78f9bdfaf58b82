// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { lagLine } from './lagLine';

const SIZE = { width: 100, height: 10 };
const at = (minute: number) => `2026-11-22T10:0${minute}:00.000Z`;

describe('lagLine', () => {
  it('puts the time to the right and the largest lag on top', () => {
    const line = lagLine(
      [
        { at: at(0), lag: '0' },
        { at: at(1), lag: '40' },
        { at: at(4), lag: '20' },
      ],
      SIZE,
    );
    expect(line).toEqual({
      points: '0.0,10.0 25.0,0.0 100.0,5.0',
      first: '0',
      last: '20',
      most: '40',
    });
  });

  it('lies at the bottom where there was no lag at all', () => {
    const history = [0, 1].map(minute => ({ at: at(minute), lag: '0' }));
    expect(lagLine(history, SIZE)?.points).toBe('0.0,10.0 100.0,10.0');
  });

  it('tells lag that is wider than a number to the last record', () => {
    const lag = '9007199254740993';
    const history = [0, 1].map(minute => ({ at: at(minute), lag }));
    expect(lagLine(history, SIZE)?.most).toBe(lag);
  });

  it('is nothing for one reading', () => {
    expect(lagLine([{ at: at(0), lag: '1' }], SIZE)).toBeUndefined();
  });
});
