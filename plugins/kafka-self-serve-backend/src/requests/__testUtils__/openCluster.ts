// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { EmbeddedCluster } from '@fairway/kafka-embedded';
import {
  DEFAULT_CONNECT_TIMEOUT,
  DEFAULT_REQUEST_TIMEOUT,
} from '../../config/types';
import { Secret } from '../../config/Secret';
import { PlatformaticKafkaAdmin } from '../../kafka/PlatformaticKafkaAdmin';
import { ConfluentSchemaRegistry } from '../../registry/ConfluentSchemaRegistry';
import { Messages } from '../../contract/Messages';

/** Port 1: nobody listens, and the answer comes at once. */
const NOBODY = '127.0.0.1:1';
const SUPERUSER = { username: 'admin', password: 'admin-secret' };

/** A secured broker with a registry, and what tests do to them behind the portal's back. */
export async function openCluster(environment = 'dev') {
  const cluster = await EmbeddedCluster.start({
    clusterId: `requests-${environment}`,
    brokers: 1,
    superusers: [SUPERUSER],
  });
  const connection = {
    name: environment,
    bootstrapServers: cluster.bootstrapServers,
    connectTimeout: DEFAULT_CONNECT_TIMEOUT,
    requestTimeout: DEFAULT_REQUEST_TIMEOUT,
    sasl: {
      mechanism: 'SCRAM-SHA-512' as const,
      username: SUPERUSER.username,
      password: Secret.create(SUPERUSER.password),
    },
  };
  const admin = PlatformaticKafkaAdmin.create({ connection });
  const registry = ConfluentSchemaRegistry.create({
    cluster: environment,
    registry: { url: cluster.registryUrl! },
  });
  const nobody = PlatformaticKafkaAdmin.create({
    connection: { ...connection, bootstrapServers: [NOBODY] },
  });
  return {
    environment,
    admin,
    registry,
    cluster,
    connection,
    messages: new Messages(connection),
    /** The same clients, with nobody at the other end. */
    unreachable: {
      admin: nobody,
      registry: ConfluentSchemaRegistry.create({
        cluster: environment,
        registry: { url: `http://${NOBODY}` },
      }),
    },
    async close() {
      await Promise.all([admin.close(), nobody.close()]);
      await cluster.stop();
    },
  };
}

export type OpenCluster = Awaited<ReturnType<typeof openCluster>>;

/** What a world is on; the registry may be left out. */
export type OpenBroker = Pick<OpenCluster, 'environment' | 'admin'> &
  Partial<Pick<OpenCluster, 'registry'>>;
