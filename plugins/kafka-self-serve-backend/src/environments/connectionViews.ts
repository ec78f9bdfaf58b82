// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type { ConnectionView } from '@fairway/backstage-plugin-kafka-self-serve-common';
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
