// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

// What a node of Kafka is told: its listeners, who may do everything there, and how to be quick and small.
export const SUPERUSER = {
  username: 'admin',
  password: 'admin-secret',
  mechanism: 'SCRAM-SHA-512',
};
export const PLAIN_USER = {
  username: 'plain-admin',
  password: 'plain-secret',
  mechanism: 'PLAIN',
};

const jaas = (module, options) =>
  `org.apache.kafka.common.security.${module} required ${options};`;

/** Listeners for clients; the nodes talk to each other on one of their own. */
export const SECURITY = {
  none: () => ({ listeners: { CLIENT: 'PLAINTEXT' }, properties: {} }),
  sasl: () => ({
    listeners: { CLIENT: 'SASL_PLAINTEXT' },
    properties: {
      'sasl.enabled.mechanisms': 'SCRAM-SHA-256,SCRAM-SHA-512',
      'listener.name.client.scram-sha-256.sasl.jaas.config': jaas(
        'scram.ScramLoginModule',
        '',
      ),
      'listener.name.client.scram-sha-512.sasl.jaas.config': jaas(
        'scram.ScramLoginModule',
        '',
      ),
      // The nodes are anonymous, on listeners that no test is told of.
      ...authorizer([`User:${SUPERUSER.username}`, 'User:ANONYMOUS']),
    },
  }),
  tls: ({ certificates }) => ({
    listeners: { CLIENT: 'SSL', MUTUAL: 'SSL', PLAIN: 'SASL_SSL' },
    properties: {
      'ssl.keystore.type': 'PEM',
      'ssl.keystore.location': certificates.brokerPem,
      'ssl.truststore.type': 'PEM',
      'ssl.truststore.location': certificates.caPem,
      'listener.name.mutual.ssl.client.auth': 'required',
      'listener.name.internal.ssl.client.auth': 'required',
      'listener.name.controller.ssl.client.auth': 'required',
      'sasl.enabled.mechanisms': 'PLAIN',
      'listener.name.plain.plain.sasl.jaas.config': jaas(
        'plain.PlainLoginModule',
        `user_${PLAIN_USER.username}="${PLAIN_USER.password}"`,
      ),
      // A client without a certificate is anonymous, so the nodes must not be.
      ...authorizer([
        `User:${PLAIN_USER.username}`,
        `User:${certificates.clientPrincipal}`,
        `User:${certificates.brokerPrincipal}`,
      ]),
    },
    nodes: 'SSL',
  }),
};

function authorizer(superusers) {
  return {
    'authorizer.class.name':
      'org.apache.kafka.metadata.authorizer.StandardAuthorizer',
    'super.users': superusers.join(';'),
  };
}

export function propertiesOf({
  id,
  ports,
  advertised = {},
  voters,
  nodes,
  security,
  data,
}) {
  const clients = Object.keys(security.listeners);
  const listeners = ['CONTROLLER', 'INTERNAL', ...clients];
  return {
    'process.roles': 'broker,controller',
    'node.id': id,
    'controller.quorum.voters': voters,
    listeners: listeners
      .map(name => `${name}://127.0.0.1:${ports[name]}`)
      .join(','),
    'advertised.listeners': listeners
      .filter(name => name !== 'CONTROLLER')
      .map(name => `${name}://127.0.0.1:${advertised[name] ?? ports[name]}`)
      .join(','),
    'listener.security.protocol.map': Object.entries({
      CONTROLLER: security.nodes ?? 'PLAINTEXT',
      INTERNAL: security.nodes ?? 'PLAINTEXT',
      ...security.listeners,
    })
      .map(pair => pair.join(':'))
      .join(','),
    'inter.broker.listener.name': 'INTERNAL',
    'controller.listener.names': 'CONTROLLER',
    'log.dirs': data,
    // Short waits and small files; nothing that changes what a client is answered.
    'controller.quorum.append.linger.ms': 0,
    'broker.session.timeout.ms': 3000,
    'broker.heartbeat.interval.ms': 500,
    'group.initial.rebalance.delay.ms': 0,
    'group.min.session.timeout.ms': 1000,
    'offsets.topic.num.partitions': 10,
    'offsets.topic.replication.factor': Math.min(nodes, 3),
    'transaction.state.log.num.partitions': 5,
    'transaction.state.log.replication.factor': Math.min(nodes, 3),
    'transaction.state.log.min.isr': 1,
    'share.coordinator.state.topic.replication.factor': Math.min(nodes, 3),
    'share.coordinator.state.topic.min.isr': 1,
    'log.index.size.max.bytes': 65536,
    'log.cleaner.dedupe.buffer.size': 4194304,
    'auto.create.topics.enable': false,
    'controlled.shutdown.enable': true,
    ...security.properties,
  };
}

/** As a file. */
export const written = properties =>
  Object.entries(properties)
    .map(([key, value]) => `${key}=${value}`)
    .join('\n');
