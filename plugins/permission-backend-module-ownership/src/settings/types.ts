// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type { NamedRepository } from '../policy/allowedActions';

/** `ownership.permissions` of the configuration, checked and with its defaults. @public */
export interface PermissionSettings {
  /** Whether the module sets the policy; false where another one does. */
  install: boolean;
  /** User and group entity refs, as `stringifyEntityRef` writes them. */
  administrators: readonly string[];
  templateAuthors: readonly string[];
  /** What reads get while the ownership policy says nothing about them. */
  readWithoutPreset: 'allow' | 'deny';
  /** Ids or patterns of actions that everybody may run. */
  actions: readonly string[];
  repositories: readonly NamedRepository[];
  /** Who holds a permission beyond what the policy says, by its name. */
  grants: ReadonlyMap<string, Grant>;
}

/** @public */
export interface Grant {
  everyone: boolean;
  /** User and group entity refs. */
  refs: readonly string[];
}
