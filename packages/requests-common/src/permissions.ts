// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import {
  type BasicPermission,
  createPermission,
  type ResourcePermission,
} from '@backstage/plugin-permission-common';

/** What the company's permission policy is asked about the requests of one plugin. @public */
export interface RequestPermissions {
  /** `<plugin>-request` */
  resourceType: string;
  /** To see a request; a condition filters the lists. It can only take away from what the engine shows. */
  read: ResourcePermission;
  /** To preview, make and submit. */
  create: BasicPermission;
  /** To revise, comment, cancel, retry and discard. */
  update: ResourcePermission;
  /** To approve, reject and request changes. */
  decide: ResourcePermission;
  /** To see and export all requests; counts together with the plugin's list of administrators, never alone. */
  administer: BasicPermission;
  all: (BasicPermission | ResourcePermission)[];
}

/**
 * The permissions of the requests of one plugin, named `<plugin>.request.<verb>`.
 *
 * @public
 *
 * @example
 * ```ts
 * export const selfServiceRequestPermissions = createRequestPermissions('self-service');
 * // self-service.request.read, .create, .update, .decide, .administer
 * ```
 */
export function createRequestPermissions(pluginId: string): RequestPermissions {
  const resourceType = `${pluginId}-request`;
  const read = createPermission({
    name: `${pluginId}.request.read`,
    attributes: { action: 'read' },
    resourceType,
  });
  const create = createPermission({
    name: `${pluginId}.request.create`,
    attributes: { action: 'create' },
  });
  const update = createPermission({
    name: `${pluginId}.request.update`,
    attributes: { action: 'update' },
    resourceType,
  });
  const decide = createPermission({
    name: `${pluginId}.request.decide`,
    attributes: { action: 'update' },
    resourceType,
  });
  const administer = createPermission({
    name: `${pluginId}.request.administer`,
    attributes: { action: 'update' },
  });
  const all = [read, create, update, decide, administer];
  return { resourceType, read, create, update, decide, administer, all };
}
