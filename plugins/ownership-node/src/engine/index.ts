// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

export * from './attributes';
export * from './clients';
export * from './codeowners';
export * from './decide';
export * from './diffPolicies';
export * from './limits';
export * from './lintPolicy';
export * from './loadPolicy';
export * from './matrix';
export * from './mergePolicies';
export * from './myTargets';
export * from './testCases';
export * from './whoCan';
export { type OwnershipQuery } from './evaluate';
export {
  OWNERSHIP_ENGINE_ERRORS,
  type OwnershipEngineErrorCode,
} from './errors';
export { type PathTarget, targetOfPath } from './layout';
export { normalizeTarget, targetRefOf } from './normalize';
export {
  type ApprovalStage,
  environmentOwners,
  requiredApprovals,
  type RequiredApprovals,
} from './approvals';
export type {
  BreakGlassSettings,
  ClientEntry,
  CompiledPolicy,
  EnvironmentEntry,
  LimitPer,
  OwnedKind,
  PolicyEntry,
  ServiceEntry,
  TargetKind,
  TeamEntry,
} from './model';
