// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type { BaseOptions } from '@platformatic/kafka';
import type { KafkaConnection, TlsSettings } from '../../config/types';

const CLIENT_ID = 'fairway-kafka-self-serve';

/** The options of the client for a connection. Secrets are handed over when they are asked for. */
export function clientOptions(connection: KafkaConnection): BaseOptions {
  const { bootstrapServers, tls, sasl } = connection;
  return {
    clientId: CLIENT_ID,
    bootstrapBrokers: bootstrapServers,
    connectTimeout: connection.connectTimeout,
    requestTimeout: connection.requestTimeout,
    timeout: brokerTimeout(connection),
    // What is tried again, and for how long, is decided here and not by the client.
    retries: 0,
    ...(tls && {
      tls: tlsOptions(tls),
      // A certificate is checked against the address that was asked for; an IP address is no server name.
      ...(tls.serverName && { tlsServerName: tls.serverName }),
    }),
    ...(sasl && {
      sasl: {
        mechanism: sasl.mechanism,
        username: sasl.username,
        password: () => sasl.password.reveal(),
      },
    }),
  };
}

/** How long a broker may work on a change: it should answer before the answer counts as lost. */
export function brokerTimeout({ requestTimeout }: KafkaConnection): number {
  return Math.round(requestTimeout * 0.8);
}

function tlsOptions(tls: TlsSettings) {
  return {
    ...(tls.ca && { ca: tls.ca }),
    ...(tls.certificate && { cert: tls.certificate }),
    ...(tls.key && { key: tls.key.reveal() }),
    ...(tls.keyPassphrase && { passphrase: tls.keyPassphrase.reveal() }),
  };
}
