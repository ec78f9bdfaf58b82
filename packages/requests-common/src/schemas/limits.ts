// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

/** How much a call may carry. @public */
export const REQUEST_LIMITS = {
  /** Of a comment, a justification or a reason. */
  textCharacters: 10_000,
  titleCharacters: 200,
  searchCharacters: 200,
  idempotencyKeyCharacters: 200,
  /** Alternatives of one filter. */
  filterValues: 50,
  pageItems: 100,
  /** Of a payload as JSON in UTF-8; the router refuses larger bodies before it reads them. */
  payloadBytes: 2 * 1024 * 1024,
} as const;
