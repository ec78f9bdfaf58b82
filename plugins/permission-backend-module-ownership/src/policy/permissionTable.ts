// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import {
  kafkaRequestPermissions,
  kafkaSelfServePermissions,
} from '@fairway/backstage-plugin-kafka-self-serve-common';
import {
  iacTargetPermissions,
  ownershipAdministerPermission,
} from '@fairway/backstage-plugin-ownership-common';
import { selfServiceRequestPermissions } from '@fairway/backstage-plugin-self-service-common';

/** Who holds a permission, in the words of the README's matrix. */
export type Holder =
  | 'everyone' // who is signed in
  | 'allowed-actions'
  | 'task-owner' // and administrators
  | 'entity-owner' // and administrators
  | 'template-authors'
  | 'administrators';

export interface PermissionEntry {
  holder: Holder;
  /** Set for permissions that are decided with conditions. */
  resourceType?: string;
}

/**
 * Ours. They belong to everybody: the ownership engine decides about targets
 * and says why not, and an `…administer` counts only together with the groups in
 * the plugin's own configuration. A refusal from here would hide those.
 *
 * Permissions of our plugins get their place here when they are defined.
 */
const OWN = [
  ...iacTargetPermissions,
  ownershipAdministerPermission,
  ...selfServiceRequestPermissions.all,
  ...kafkaSelfServePermissions,
  ...kafkaRequestPermissions.all,
];

/**
 * The permissions that this policy knows. Every other one is unmanaged: a
 * composed policy answers it, or the preset of the ownership policy.
 */
const TABLE: Record<string, PermissionEntry> = {
  'scaffolder.task.create': { holder: 'everyone' },
  'scaffolder.template.parameter.read': { holder: 'everyone' },
  'scaffolder.template.step.read': { holder: 'everyone' },
  'scaffolder.action.execute': {
    holder: 'allowed-actions',
    resourceType: 'scaffolder-action',
  },
  'scaffolder.task.read': {
    holder: 'task-owner',
    resourceType: 'scaffolder-task',
  },
  'scaffolder.task.cancel': {
    holder: 'task-owner',
    resourceType: 'scaffolder-task',
  },
  // A dry run takes the caller's own template and hands back its workspace.
  'scaffolder.template.dry-run': { holder: 'template-authors' },
  'scaffolder.template.management': { holder: 'template-authors' },

  'catalog.entity.delete': {
    holder: 'entity-owner',
    resourceType: 'catalog-entity',
  },
  'catalog.entity.refresh': {
    holder: 'entity-owner',
    resourceType: 'catalog-entity',
  },
  'catalog.entity.create': { holder: 'administrators' },
  'catalog.entity.validate': { holder: 'administrators' },
  'catalog.location.create': { holder: 'administrators' },
  'catalog.location.delete': { holder: 'administrators' },
  // Reads any URL with the portal's own tokens.
  'catalog.location.analyze': { holder: 'administrators' },
  'catalog.ingestion.manage': { holder: 'administrators' },
};

const BY_NAME: ReadonlyMap<string, PermissionEntry> = new Map([
  ...Object.entries(TABLE),
  ...OWN.map(({ name }): [string, PermissionEntry] => [
    name,
    { holder: 'everyone' },
  ]),
]);

/** What the policy knows about a permission, by its name alone: attributes are the caller's word. */
export function entryOf(permissionName: string): PermissionEntry | undefined {
  return BY_NAME.get(permissionName);
}
