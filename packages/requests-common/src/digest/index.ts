// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

export {
  type BrokenEvent,
  eventHash,
  FIRST_PREV_HASH,
  type HashedEvent,
  verifyChain,
} from './chain';
export { canonicalJson, digestOf, planDigestOf } from './digest';
