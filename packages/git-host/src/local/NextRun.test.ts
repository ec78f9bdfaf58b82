// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { NextRun } from './NextRun';

/** A question about a value, that is answered when the test says so. */
function asked() {
  let value = 0;
  const ends: (() => void)[] = [];
  const runs = NextRun.create();
  return {
    write: (next: number) => (value = next),
    end: (run: number) => ends[run](),
    count: () => ends.length,
    ask: () =>
      runs.ask('value', async () => {
        const seen = value;
        await new Promise<void>(resolve => ends.push(resolve));
        if (seen < 0) throw new Error('it cannot be read');
        return seen;
      }),
  };
}
const turn = () => new Promise(setImmediate);

describe('NextRun', () => {
  it('lets all who ask meanwhile share one run, which sees what they wrote before', async () => {
    const { ask, write, end, count } = asked();
    const first = ask();
    write(1);
    const others = [ask(), ask(), ask()];
    end(0);
    await turn();
    expect(count()).toBe(2);
    write(2);
    const later = ask();
    end(1);
    await turn();
    end(2);
    expect(await Promise.all([first, ...others, later])).toEqual([
      0, 1, 1, 1, 2,
    ]);
    expect(count()).toBe(3);
  });

  it('goes on after a failure, which is only for whom it was asked', async () => {
    const { ask, write, end } = asked();
    write(-1);
    const failing = ask();
    write(1);
    const next = ask();
    end(0);
    await expect(failing).rejects.toThrow('it cannot be read');
    await turn();
    end(1);
    expect(await next).toBe(1);
  });
});
