// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

/** How much one change may hold; the backend refuses more, callers need not read more. @public */
export const CHANGE_LIMITS = {
  files: 100,
  /** Of one file, in bytes of UTF-8. */
  fileBytes: 256 * 1024,
} as const;
