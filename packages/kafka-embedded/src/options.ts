// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { kafkaEmbeddedError } from './errors';
import type { EmbeddedClusterOptions, EmbeddedUser } from './types';

const DEFAULT_BROKERS = 3;
const MOST_BROKERS = 9;
const LAST_PORT = 65_535;
const MECHANISMS = ['PLAIN', 'SCRAM-SHA-256', 'SCRAM-SHA-512'];

/** What the thread is told; `ports` has one for each broker. */
export interface ClusterSettings {
  clusterId: string;
  ports: number[];
  /** undefined: no registry */
  registryPort: number | undefined;
  superusers: Required<EmbeddedUser>[];
  users: Required<EmbeddedUser>[];
  autoCreateTopics: boolean;
  defaultPartitions: number;
  brokerConfigs: Record<string, string>;
}

const isPort = (value: number) =>
  Number.isInteger(value) && value >= 0 && value <= LAST_PORT;

function withMechanism(user: EmbeddedUser): Required<EmbeddedUser> {
  return { ...user, mechanism: user.mechanism ?? 'SCRAM-SHA-512' };
}

/**
 * Fills in the defaults.
 *
 * @throws `kafka-embedded-option-invalid`
 */
export function readOptions(options: EmbeddedClusterOptions): ClusterSettings {
  const { clusterId, ports = [], registry = true, registryPort } = options;
  const brokers = options.brokers ?? (ports.length || DEFAULT_BROKERS);
  const superusers = (options.superusers ?? []).map(withMechanism);
  const users = (options.users ?? []).map(withMechanism);
  const defaultPartitions = options.defaultPartitions ?? 1;

  const demand = (holds: boolean, option: string, reason: string) => {
    if (holds) return;
    throw kafkaEmbeddedError('kafka-embedded-option-invalid', {
      clusterId,
      option,
      reason,
    });
  };
  demand(
    /^[\w-]{1,64}$/.test(clusterId),
    'clusterId',
    'has to be 1 to 64 letters, digits, "_" or "-"',
  );
  demand(
    Number.isInteger(brokers) && brokers >= 1 && brokers <= MOST_BROKERS,
    'brokers',
    `has to be a whole number from 1 to ${MOST_BROKERS}`,
  );
  demand(
    ports.length <= brokers,
    'ports',
    `has ${ports.length} ports for ${brokers} brokers`,
  );
  const allPorts = [...ports, registryPort ?? 0];
  demand(
    allPorts.every(isPort),
    'ports',
    `have to be from 0 (any) to ${LAST_PORT}`,
  );
  const fixed = allPorts.filter(port => port !== 0);
  demand(
    new Set(fixed).size === fixed.length,
    'ports',
    'has one of them twice',
  );
  demand(
    registry || registryPort === undefined,
    'registryPort',
    'was given, and the registry is off',
  );
  demand(
    superusers.length > 0 || users.length === 0,
    'users',
    'were given without "superusers": nobody could give them access',
  );
  const everyone = [...superusers, ...users];
  demand(
    everyone.every(
      ({ username, password, mechanism }) =>
        username && password && MECHANISMS.includes(mechanism),
    ),
    'superusers and users',
    `have to have a username, a password and a mechanism (${MECHANISMS.join(
      ', ',
    )})`,
  );
  demand(
    Number.isInteger(defaultPartitions) && defaultPartitions >= 1,
    'defaultPartitions',
    'has to be a whole number from 1',
  );

  return {
    clusterId,
    ports: Array.from({ length: brokers }, (_, index) => ports[index] ?? 0),
    registryPort: registry ? registryPort ?? 0 : undefined,
    superusers,
    users,
    autoCreateTopics: options.autoCreateTopics ?? false,
    defaultPartitions,
    brokerConfigs: { ...options.brokerConfigs },
  };
}
