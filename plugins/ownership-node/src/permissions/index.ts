// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

export { type IacTarget, iacTargetOf, parseTargetRef } from './iacTarget';
export {
  type RefusedTarget,
  refusedByPermissions,
} from './refusedByPermissions';
export {
  createIacTargetConditionalDecision,
  iacTargetConditions,
  type IacTargetFilter,
  iacTargetResourceRef,
  iacTargetRules,
  matchesFilter,
} from './rules';
