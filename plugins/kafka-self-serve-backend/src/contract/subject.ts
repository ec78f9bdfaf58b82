// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { randomBytes } from 'node:crypto';
import type { Messages } from './Messages';
import type { KafkaConnection } from '../config/types';
import type { KafkaAdmin } from '../kafka/types';
import type { SchemaRegistry } from '../registry/types';
import type { KnownDifference } from './differences';

/** A cluster and an adapter that may do everything there. */
export interface KafkaSubject {
  admin: KafkaAdmin;
  connection: KafkaConnection;
  messages: Messages;
  brokers: number;
  /** Left out: the cluster says so itself. */
  clusterId?: string;
  version?: string;
  /** Another adapter, for the same cluster, made with other options. */
  adminWith(changed: Partial<KafkaConnection>): KafkaAdmin;
}

/** A registry and an adapter that may do everything there. */
export interface RegistrySubject {
  registry: SchemaRegistry;
}

/** The suites share a cluster: every test has names of its own. */
export function ownNames(what: string) {
  const run = randomBytes(4).toString('hex');
  let count = 0;
  return () => {
    count += 1;
    return `${what}-${run}-${count}`;
  };
}

export interface ContractOptions<Subject> {
  subject: () => Subject;
  differences?: readonly KnownDifference[];
}
