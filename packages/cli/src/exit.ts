// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

/** What a pipeline can rely on. */
export const EXIT = {
  /** Every case passed; the answer is yes. */
  ok: 0,
  /** A case failed; the answer is no. */
  refused: 1,
  /** The input cannot be used: nothing was decided. */
  badInput: 2,
} as const;
