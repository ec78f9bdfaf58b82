// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { entityTag, noneMatch } from './entityTag';

describe('noneMatch', () => {
  const tag = entityTag('abc');

  it.each(['"abc"', 'W/"abc"', '"x", "abc"', '*', ' "abc" '])(
    'recognises %s',
    header => {
      expect(noneMatch(header, tag)).toBe(true);
    },
  );

  it.each([undefined, '', 'abc', '"abcd"', '"x", W/"y"'])(
    'does not take %s for it',
    header => {
      expect(noneMatch(header, tag)).toBe(false);
    },
  );
});
