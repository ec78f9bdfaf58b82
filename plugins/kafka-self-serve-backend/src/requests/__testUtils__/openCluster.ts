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
import type { RequestCluster } from '../execute/types';

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
  const opened: RequestCluster = { environment, admin, registry };
  return {
    ...opened,
    registry,
    cluster,
    connection,
    messages: new Messages(connection),
    async close() {
      await admin.close();
      await cluster.stop();
    },
  };
}

export type OpenCluster = Awaited<ReturnType<typeof openCluster>>;
