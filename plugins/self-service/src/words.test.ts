// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { asTitle, inWords, withArticle } from './words';

describe('words', () => {
  it('turns names into words', () => {
    expect(inWords('changeTicket')).toBe('change ticket');
    expect(inWords('cost_center')).toBe('cost center');
    expect(asTitle('changeTicket')).toBe('Change ticket');
    expect(withArticle('changeTicket')).toBe('a change ticket');
    expect(withArticle('approval')).toBe('an approval');
  });
});
