// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { isEmbedded } from '../config/readKafkaConfig';
import {
  type ClusterConnection,
  DEFAULT_CONNECT_TIMEOUT,
  DEFAULT_REQUEST_TIMEOUT,
  type KafkaConnection,
  type RegistryConnection,
} from '../config/types';
import { PlatformaticKafkaAdmin } from '../kafka/PlatformaticKafkaAdmin';
import type { KafkaAdmin } from '../kafka/types';
import { ConfluentSchemaRegistry } from '../registry/ConfluentSchemaRegistry';
import type { SchemaRegistry } from '../registry/types';
import type { EmbeddedClusters } from './EmbeddedClusters';

export interface Opened {
  embedded: boolean;
  admin: KafkaAdmin;
  registry?: SchemaRegistry;
}

/** Opens a cluster, and the registry of the same or another connection. */
export async function openConnection(options: {
  connection: ClusterConnection;
  registry?: ClusterConnection;
  embedded: EmbeddedClusters;
}): Promise<Opened> {
  const { connection, embedded } = options;
  const remote = await remoteOf(connection, embedded);
  const registry =
    options.registry && (await registryOf(options.registry, embedded));
  return {
    embedded: isEmbedded(connection),
    admin: PlatformaticKafkaAdmin.create({ connection: remote }),
    ...(registry && {
      registry: ConfluentSchemaRegistry.create({
        registry,
        cluster: connection.name,
        timeout: remote.requestTimeout,
      }),
    }),
  };
}

async function remoteOf(
  connection: ClusterConnection,
  embedded: EmbeddedClusters,
): Promise<KafkaConnection> {
  if (!isEmbedded(connection)) return connection;
  const { bootstrapServers } = await embedded.start(connection);
  return {
    name: connection.name,
    bootstrapServers,
    connectTimeout: DEFAULT_CONNECT_TIMEOUT,
    requestTimeout: DEFAULT_REQUEST_TIMEOUT,
  };
}

async function registryOf(
  connection: ClusterConnection,
  embedded: EmbeddedClusters,
): Promise<RegistryConnection | undefined> {
  if (!isEmbedded(connection)) return connection.schemaRegistry;
  const { registryUrl } = await embedded.start(connection);
  return registryUrl === undefined ? undefined : { url: registryUrl };
}
