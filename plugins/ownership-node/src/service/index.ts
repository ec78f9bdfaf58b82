// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

export { auditBreakGlassUse } from './auditUse';
export { decideWithGrants, myTargetsWithGrants } from './breakGlass';
export { CatalogSubjects } from './CatalogSubjects';
export { checkNames } from './checkNames';
export { DefaultOwnershipService } from './DefaultOwnershipService';
export {
  OWNERSHIP_SERVICE_ERRORS,
  type OwnershipServiceErrorCode,
} from './errors';
export { ownershipServiceRef } from './ownershipServiceRef';
export { type PolicyAndGrants, PolicyCopy } from './PolicyCopy';
export type {
  Clock,
  HeldResource,
  OwnershipService,
  TargetApprovals,
} from './types';
