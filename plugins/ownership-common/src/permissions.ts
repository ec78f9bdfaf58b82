// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import {
  createPermission,
  type ResourcePermission,
} from '@backstage/plugin-permission-common';
import type { OwnershipAction } from './actions';

/**
 * Resource type of what the ownership policy decides about. The resource ref is
 * the `targetRef` of a decision, for example `prod/payments-api?store=pg-payments`.
 *
 * @public
 */
export const RESOURCE_TYPE_IAC_TARGET = 'iac-target';

/** To preview a change of an environment. @public */
export const iacEnvironmentPlanPermission = createPermission({
  name: 'iac.environment.plan',
  attributes: { action: 'read' },
  resourceType: RESOURCE_TYPE_IAC_TARGET,
});

/** To change something in an environment. @public */
export const iacEnvironmentDeployPermission = createPermission({
  name: 'iac.environment.deploy',
  attributes: { action: 'update' },
  resourceType: RESOURCE_TYPE_IAC_TARGET,
});

/** To remove something from an environment. @public */
export const iacEnvironmentDestroyPermission = createPermission({
  name: 'iac.environment.destroy',
  attributes: { action: 'delete' },
  resourceType: RESOURCE_TYPE_IAC_TARGET,
});

/** To ask for, change or drop something in a data store. @public */
export const iacDatastoreChangePermission = createPermission({
  name: 'iac.datastore.change',
  attributes: { action: 'update' },
  resourceType: RESOURCE_TYPE_IAC_TARGET,
});

/**
 * To explain other people's decisions, look after break-glass grants and
 * simulate drafts without being in a team of the policy. It counts together
 * with `ownership.administrators` of the configuration, never alone.
 *
 * @public
 */
export const ownershipAdministerPermission = createPermission({
  name: 'ownership.administer',
  attributes: { action: 'update' },
});

/** The permissions on targets. @public */
export const iacTargetPermissions = [
  iacEnvironmentPlanPermission,
  iacEnvironmentDeployPermission,
  iacEnvironmentDestroyPermission,
  iacDatastoreChangePermission,
];

const BY_ACTION: Record<
  OwnershipAction,
  ResourcePermission<typeof RESOURCE_TYPE_IAC_TARGET>
> = {
  'service.plan': iacEnvironmentPlanPermission,
  'service.deploy': iacEnvironmentDeployPermission,
  'service.destroy': iacEnvironmentDestroyPermission,
  'store.request': iacDatastoreChangePermission,
  'store.change': iacDatastoreChangePermission,
  'store.drop': iacDatastoreChangePermission,
  'protected-path.change': iacEnvironmentDeployPermission,
  'dispatch.run': iacEnvironmentDeployPermission,
};

/**
 * The permission that the company's policy is asked for, after the engine said
 * yes to an action.
 *
 * @public
 *
 * @example
 * ```ts
 * const [{ result }] = await permissions.authorize(
 *   [{ permission: permissionFor('service.deploy'), resourceRef: decision.targetRef }],
 *   { credentials },
 * );
 * ```
 */
export function permissionFor(
  action: OwnershipAction,
): ResourcePermission<typeof RESOURCE_TYPE_IAC_TARGET> {
  return BY_ACTION[action];
}
