// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type {
  ConnectionTest,
  ConnectionTestInput,
  ConnectionView,
  EnvironmentInput,
  EnvironmentsAnswer,
  EnvironmentUpdate,
  KafkaEnvironmentView,
  SnapshotInfo,
} from '@fairway/backstage-plugin-kafka-self-serve-common';
import type { KafkaCaller } from '../domain/services';

/** The Kafka environments. Who may do what is decided by `AuthorizedEnvironments`. */
export interface EnvironmentService {
  list(caller: KafkaCaller): Promise<EnvironmentsAnswer>;
  /** @throws `kafka-environment-not-found`, also where it may not be seen */
  get(name: string, caller: KafkaCaller): Promise<KafkaEnvironmentView>;
  /** @throws `kafka-environment-refused`, `kafka-environment-exists`, `kafka-environment-not-proved` */
  create(
    input: EnvironmentInput,
    caller: KafkaCaller,
  ): Promise<KafkaEnvironmentView>;
  /** Throws as `create`, and `kafka-row-moved`, `kafka-environment-configured`. */
  update(
    name: string,
    input: EnvironmentUpdate,
    caller: KafkaCaller,
  ): Promise<KafkaEnvironmentView>;
  /** @throws `environment-not-empty` with what it holds */
  remove(name: string, caller: KafkaCaller): Promise<void>;
  test(
    input: ConnectionTestInput,
    caller: KafkaCaller,
  ): Promise<ConnectionTest>;
  /** YAML, as `kafkaSelfServe` of the configuration takes it. */
  definitions(caller: KafkaCaller): Promise<string>;
  connections(caller: KafkaCaller): Promise<{ items: ConnectionView[] }>;
  sync(name: string, caller: KafkaCaller): Promise<SnapshotInfo>;
}
