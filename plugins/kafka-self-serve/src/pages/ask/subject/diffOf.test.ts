// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { diffOf } from './diffOf';

describe('diffOf', () => {
  it('has the lines of both, with what went and what came', () => {
    expect(diffOf({ name: 'a', before: '1\n2\n3', after: '1\n4\n3\n5' })).toBe(
      [
        'diff --git a/a b/a',
        '--- a/a',
        '+++ b/a',
        '@@ -1,3 +1,4 @@',
        ' 1',
        '-2',
        '+4',
        ' 3',
        '+5',
        '',
      ].join('\n'),
    );
  });

  it('is nothing where both are the same', () => {
    expect(diffOf({ name: 'a', before: '1', after: '1' })).toBeUndefined();
  });

  it('does not compare texts that are very long line by line', () => {
    const before = 'x\n'.repeat(2_000);
    expect(diffOf({ name: 'a', before, after: 'y' })).toContain('\n+y\n');
  });
});
