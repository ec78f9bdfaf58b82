// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type {
  ConnectionView,
  EnvironmentsAnswer,
} from '@fairway/backstage-plugin-kafka-self-serve-common';
import { EmbeddedCluster } from '@fairway/kafka-embedded';
import { isEmbedded, type KafkaConnections } from '../config/readKafkaConfig';
import type { ClusterConnection } from '../config/types';
import type { StoredEnvironment } from '../domain/stored';

/** The connections of the configuration, without anything secret. */
export function connectionViews(
  connections: KafkaConnections,
  options: {
    environments: readonly StoredEnvironment[];
    serversOf: (name: string) => string[];
  },
): ConnectionView[] {
  return [...connections.values()].map(connection => {
    const { name } = connection;
    const user = options.environments.find(each => each.connection === name);
    return {
      name,
      embedded: isEmbedded(connection),
      bootstrapServers: options.serversOf(name),
      security: securityOf(connection),
      schemaRegistry:
        isEmbedded(connection) || connection.schemaRegistry !== undefined,
      ...(user && { usedBy: user.name }),
    };
  });
}

function securityOf(connection: ClusterConnection): string {
  if (isEmbedded(connection)) return 'none: inside of the portal';
  const { tls, sasl } = connection;
  const signIn = sasl ? `SASL ${sasl.mechanism}` : undefined;
  if (!tls) return signIn ? `${signIn} without TLS` : 'none';
  const mutual = tls.certificate ? 'mutual TLS' : 'TLS';
  return signIn ? `${signIn} over ${mutual}` : mutual;
}

/** What to install, where the configuration has a cluster of the portal that cannot run. */
export function embeddedUnavailable(
  connections: KafkaConnections,
): EnvironmentsAnswer['embeddedUnavailable'] {
  const availability = EmbeddedCluster.available();
  if (availability.available || ![...connections.values()].some(isEmbedded)) {
    return undefined;
  }
  const { reason, remedy } = availability;
  return { reason, remedy };
}
