// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

/**
 * The framework permission policy of team and environment ownership, by itself
 * or composed with another policy.
 *
 * @packageDocumentation
 */

export { permissionModuleOwnershipPolicy as default } from './module';
export { composePolicies } from './policy/composePolicies';
export {
  OwnershipPermissionPolicy,
  type OwnershipPermissionPolicyOptions,
} from './policy/OwnershipPermissionPolicy';
export {
  OWNERSHIP_PERMISSION_ERRORS,
  type OwnershipPermissionErrorCode,
} from './errors';
