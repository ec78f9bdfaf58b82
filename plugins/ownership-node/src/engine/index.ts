// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

export * from './attributes';
export * from './decide';
export * from './loadPolicy';
export * from './myTargets';
export * from './testCases';
export { type OwnershipQuery } from './evaluate';
export {
  OWNERSHIP_ENGINE_ERRORS,
  type OwnershipEngineErrorCode,
} from './errors';
export { type PathTarget, targetOfPath } from './layout';
export { normalizeTarget, targetRefOf } from './normalize';
export {
  type ApprovalStage,
  requiredApprovals,
  type RequiredApprovals,
} from './approvals';
export type {
  BreakGlassSettings,
  CompiledPolicy,
  EnvironmentEntry,
  OwnedKind,
  PolicyEntry,
  ServiceEntry,
  TargetKind,
  TeamEntry,
} from './model';
