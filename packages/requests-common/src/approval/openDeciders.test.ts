// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { openDeciders } from '.';
import { GROUP_A, GROUP_B, stages, TOM, word } from './__testUtils__/words';

describe('openDeciders', () => {
  const rule = stages(
    { from: [GROUP_A, TOM] },
    { from: [GROUP_A, GROUP_B], count: 2 },
  );

  it('names whoever is in an open stage, each once', () => {
    expect(openDeciders(rule, [])).toEqual([GROUP_A, TOM, GROUP_B]);
    expect(openDeciders(rule, [word({})])).toEqual([GROUP_A, GROUP_B]);
  });

  it('names nobody when it is decided or nobody need look', () => {
    expect(openDeciders(rule, [word({ verdict: 'rejected' })])).toEqual([]);
    expect(openDeciders({ mode: 'auto', by: ['x'] }, [])).toEqual([]);
  });

  it('leaves words out that do not count in the context', () => {
    expect(openDeciders(rule, [word({})], { revision: 3 })).toEqual([
      GROUP_A,
      TOM,
      GROUP_B,
    ]);
    expect(openDeciders(rule, [word({})], { authorRefs: [TOM] })).toEqual([
      GROUP_A,
      TOM,
      GROUP_B,
    ]);
  });
});
