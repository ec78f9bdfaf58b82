// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type { PermissionsRegistryService } from '@backstage/backend-plugin-api';
import {
  kafkaApplicationReadPermission,
  kafkaEnvironmentManagePermission,
  kafkaEnvironmentReadPermission,
  kafkaResourceReadPermission,
  kafkaResourceRefreshPermission,
} from '@fairway/backstage-plugin-kafka-self-serve-common';
import type { KafkaStores } from '../domain/stores';
import type { KafkaResource } from '../domain/viewer';
import {
  applicationResourceRef,
  applicationRules,
  environmentResourceRef,
  environmentRules,
  kafkaResourceRef,
  kafkaResourceRules,
} from './rules';

/** Makes environments, applications and resources known to the permission framework. */
export function registerPermissions(options: {
  permissionsRegistry: PermissionsRegistryService;
  stores: KafkaStores;
}): void {
  const { permissionsRegistry, stores } = options;
  permissionsRegistry.addResourceType({
    resourceRef: environmentResourceRef,
    permissions: [kafkaEnvironmentReadPermission],
    rules: environmentRules,
    getResources: names =>
      Promise.all(names.map(name => stores.environments.get(name))),
  });
  permissionsRegistry.addResourceType({
    resourceRef: applicationResourceRef,
    permissions: [kafkaApplicationReadPermission],
    rules: applicationRules,
    getResources: names =>
      Promise.all(names.map(name => stores.applications.get(name))),
  });
  permissionsRegistry.addResourceType({
    resourceRef: kafkaResourceRef,
    permissions: [kafkaResourceReadPermission],
    rules: kafkaResourceRules,
    getResources: refs =>
      Promise.all(refs.map(ref => readResource(stores, ref))),
  });
  permissionsRegistry.addPermissions([
    kafkaEnvironmentManagePermission,
    kafkaResourceRefreshPermission,
  ]);
}

const REF = /^(topic|group|subject|grant|credential):([a-z0-9-]+)\/(.+)$/s;

/** `topic:prod/orders.created` */
export async function readResource(
  stores: KafkaStores,
  ref: string,
): Promise<KafkaResource | undefined> {
  const [, kind, environment, name] = REF.exec(ref) ?? [];
  if (kind === undefined) return undefined;
  const type = kind as KafkaResource['type'];
  const found = await read(stores, { type, environment, name });
  if (!found) return undefined;
  const { application, ownerRef } = found;
  return { type, environment, name, application, ownerRef };
}

async function read(
  stores: KafkaStores,
  { type, environment, name }: KafkaResource,
): Promise<{ application?: string; ownerRef?: string } | undefined> {
  const ofInstance = async (id: string | undefined) =>
    id === undefined ? undefined : stores.applications.instance(id);
  switch (type) {
    case 'topic':
      return stores.topics.get(environment, name);
    case 'group':
      return stores.groups.get(environment, name);
    case 'subject':
      return stores.subjects.get(environment, name);
    case 'grant':
      return ofInstance((await stores.grants.get(name))?.owner);
    default:
      return ofInstance(
        (await stores.credentials.ofUser(environment, name))?.instance,
      );
  }
}
