// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { localMoments } from './localMoments';

it('says the moments of a text in words, and leaves the rest', () => {
  const text = localMoments(
    'End the access at 2026-12-07T10:00:00.000Z, not 2026-12',
    'en-GB',
  );
  expect(text).toMatch(
    /^End the access at \d+ December 2026 at \d\d:00, not 2026-12$/,
  );
});
