// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

/**
 * The closed list of actions that a policy speaks about.
 *
 * @public
 */
export const OWNERSHIP_ACTIONS = [
  'service.plan',
  'service.deploy',
  'service.destroy',
  'store.request',
  'store.change',
  'store.drop',
  'protected-path.change',
  'dispatch.run',
] as const;

/** @public */
export type OwnershipAction = (typeof OWNERSHIP_ACTIONS)[number];
