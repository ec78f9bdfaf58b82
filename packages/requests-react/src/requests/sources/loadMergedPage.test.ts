// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { MemoryRequests } from '../../__testUtils__/MemoryRequests';
import { at, requestOf } from '../../__testUtils__/requests';
import { sourceOf } from '../../__testUtils__/sources';
import { loadMergedPage, type MergePosition } from './loadMergedPage';

/** Requests that were made at these minutes, numbered in that order. */
function madeAt(name: string, minutes: number[]): MemoryRequests {
  const api = new MemoryRequests();
  minutes.forEach((minute, index) =>
    api.put(
      requestOf({
        id: `${name}${minute}`,
        number: index + 1,
        createdAt: at(minute),
      }),
    ),
  );
  return api;
}

async function allPages(
  sources: ReturnType<typeof sourceOf>[],
  limit: number,
  between: () => void = () => {},
): Promise<string[][]> {
  const pages: string[][] = [];
  let position: MergePosition | undefined = {};
  while (position) {
    const page: Awaited<ReturnType<typeof loadMergedPage>> =
      await loadMergedPage({ sources, filters: {}, position, limit });
    pages.push(page.items.map(({ request }) => request.id));
    position = page.next;
    between();
  }
  return pages;
}

describe('loadMergedPage', () => {
  it('merges newest first, each request once, in pages of the same size', async () => {
    const a = sourceOf(madeAt('a', [1, 2, 5, 6, 9, 10]), { id: 'a' });
    const b = sourceOf(madeAt('b', [3, 4, 7]), { id: 'b' });
    expect(await allPages([a, b], 4)).toEqual([
      ['a10', 'a9', 'b7', 'a6'],
      ['a5', 'b4', 'b3', 'a2'],
      ['a1'],
    ]);
  });

  it.each([1, 2, 3, 5, 7, 20])(
    'gives the same list in pages of %i',
    async limit => {
      const minutes = Array.from({ length: 30 }, (_, index) => index);
      const sources = [0, 1, 2].map(rest =>
        sourceOf(
          madeAt(
            'r',
            minutes.filter(minute => (minute * 7) % 5 === rest),
          ),
          { id: `source-${rest}` },
        ),
      );
      const pages = await allPages(sources, limit);
      expect(pages.flat()).toEqual(
        minutes
          .filter(minute => (minute * 7) % 5 < 3)
          .reverse()
          .map(minute => `r${minute}`),
      );
      expect(pages.every(page => page.length <= limit)).toBe(true);
    },
  );

  it('neither repeats nor skips when requests arrive between two pages', async () => {
    const api = madeAt('a', [1, 2, 5, 6, 9, 10]);
    const b = sourceOf(madeAt('b', [3, 4, 7]), { id: 'b' });
    let number = 100;
    const pages = await allPages([sourceOf(api, { id: 'a' }), b], 4, () => {
      number += 1;
      api.put(requestOf({ id: `new${number}`, number, createdAt: at(number) }));
    });
    expect(pages.flat()).toEqual([
      'a10',
      'a9',
      'b7',
      'a6',
      'a5',
      'b4',
      'b3',
      'a2',
      'a1',
    ]);
  });

  it('goes on with the others when one fails, and leaves it out of later pages', async () => {
    const broken = madeAt('b', [3, 4, 7]);
    broken.failures.set('list', new Error('b is down'));
    const a = sourceOf(madeAt('a', [1, 2, 5]), { id: 'a' });
    const b = sourceOf(broken, { id: 'b' });
    const options = { sources: [a, b], filters: {}, limit: 2 };

    const first = await loadMergedPage({ ...options, position: {} });
    expect(first.items.map(({ request }) => request.id)).toEqual(['a5', 'a2']);
    expect(first.errors).toEqual([
      { source: b, error: new Error('b is down') },
    ]);

    broken.failures.clear();
    const second = await loadMergedPage({ ...options, position: first.next! });
    expect(second.items.map(({ request }) => request.id)).toEqual(['a1']);
    expect(second.errors).toHaveLength(1);
    expect(second.next).toBeUndefined();
  });

  it('asks a source that is at its end no more', async () => {
    const short = madeAt('b', [20]);
    const pages = await allPages(
      [
        sourceOf(madeAt('a', [1, 2, 3, 4]), { id: 'a' }),
        sourceOf(short, { id: 'b' }),
      ],
      2,
    );
    expect(pages).toEqual([['b20', 'a4'], ['a3', 'a2'], ['a1']]);
    expect(short.callsOf('list')).toHaveLength(1);
  });
});
