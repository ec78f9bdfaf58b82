// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type { LoggerService } from '@backstage/backend-plugin-api';
import {
  describedTopicConfigs,
  KAFKA_TOPIC_CONFIGS,
  type KafkaEnvironment,
} from '@fairway/backstage-plugin-kafka-self-serve-common';
import {
  connectionNamed,
  isEmbedded,
  type KafkaConnections,
} from '../config/readKafkaConfig';
import type { Cluster, Clusters } from '../domain/clusters';
import type { KafkaStores } from '../domain/stores';
import { kafkaError } from '../errors';
import { EmbeddedClusters } from './EmbeddedClusters';
import { type Opened, openConnection } from './openConnection';
import { remembered } from './remembered';
import { restoreDesired } from './restoreDesired';

/** Milliseconds that an answer about the cluster as a whole is good for. */
const DESCRIPTION_AGE = 5_000;
const DEFINITIONS_AGE = 60_000;

interface Held {
  connection: string;
  schemaRegistry?: string;
  cluster: Promise<Cluster>;
  close(): Promise<void>;
}

/**
 * Connections are made when an environment is asked for first, and stay open.
 * A cluster of the portal itself is empty after a start: what is desired is
 * applied to it before anybody gets it.
 */
export class ConnectedClusters implements Clusters {
  readonly #connections: KafkaConnections;
  readonly #stores: KafkaStores;
  readonly #embedded: EmbeddedClusters;
  readonly #logger: LoggerService;
  readonly #held = new Map<string, Held>();

  static create(options: {
    connections: KafkaConnections;
    stores: KafkaStores;
    logger: LoggerService;
  }): ConnectedClusters {
    return new ConnectedClusters(options);
  }

  private constructor(options: {
    connections: KafkaConnections;
    stores: KafkaStores;
    logger: LoggerService;
  }) {
    this.#connections = options.connections;
    this.#stores = options.stores;
    this.#logger = options.logger;
    this.#embedded = EmbeddedClusters.create({ logger: options.logger });
  }

  async of(name: string): Promise<Cluster> {
    const environment = await this.#stores.environments.get(name);
    if (!environment) throw kafkaError('kafka-environment-not-found', { name });
    const { connection, schemaRegistry } = environment;
    const held = this.#held.get(name);
    const isSame =
      held?.connection === connection && held.schemaRegistry === schemaRegistry;
    if (held && isSame && !this.#embedded.hasEnded(connection)) {
      return held.cluster;
    }
    // Not waited for: of two who ask at once, one opens.
    if (held) this.forget(name).catch(() => {});
    return this.#hold(environment).cluster;
  }

  async try(connection: string) {
    const opened = await this.#open(connection, connection);
    return {
      cluster: this.#clusterOf(connection, opened),
      done: () => opened.admin.close(),
    };
  }

  async forget(environment: string): Promise<void> {
    const held = this.#held.get(environment);
    this.#held.delete(environment);
    await held?.close();
  }

  isEmbedded({ connection }: Pick<KafkaEnvironment, 'connection'>): boolean {
    const found = this.#connections.get(connection);
    return found !== undefined && isEmbedded(found);
  }

  /** Addresses of a connection; those of a cluster of the portal while it runs. */
  bootstrapServers(connection: string): string[] {
    const found = this.#connections.get(connection);
    if (!found) return [];
    return isEmbedded(found)
      ? this.#embedded.bootstrapServers(connection)
      : found.bootstrapServers;
  }

  async close(): Promise<void> {
    const names = [...this.#held.keys()];
    await Promise.allSettled(names.map(name => this.forget(name)));
    await this.#embedded.close();
  }

  #hold(
    environment: Pick<
      KafkaEnvironment,
      'name' | 'connection' | 'schemaRegistry'
    >,
  ): Held {
    const { name, connection, schemaRegistry } = environment;
    const opening = this.#open(connection, schemaRegistry);
    const cluster = opening.then(async opened => {
      if (opened.embedded) {
        await this.#embedded.once(connection, name, () =>
          restoreDesired({
            environment: name,
            stores: this.#stores,
            ...opened,
            logger: this.#logger,
          }),
        );
      }
      return { environment: name, ...this.#clusterOf(connection, opened) };
    });
    const held: Held = {
      connection,
      schemaRegistry,
      cluster,
      close: async () => {
        const opened = await opening.catch(() => undefined);
        await opened?.admin.close();
      },
    };
    this.#held.set(name, held);
    // A start that failed is tried again by the next who asks.
    cluster.catch(() => {
      if (this.#held.get(name) === held) this.#held.delete(name);
    });
    return held;
  }

  #open(connection: string, registry: string | undefined): Promise<Opened> {
    return openConnection({
      connection: connectionNamed(this.#connections, connection),
      registry:
        registry === undefined
          ? undefined
          : connectionNamed(this.#connections, registry),
      embedded: this.#embedded,
    });
  }

  #clusterOf(connection: string, opened: Opened): Omit<Cluster, 'environment'> {
    const { admin, registry, embedded } = opened;
    return {
      connection,
      embedded,
      admin,
      ...(registry && { registry }),
      describe: remembered(() => admin.describeCluster(), DESCRIPTION_AGE),
      definitions: remembered(async () => {
        // The embedded brokers describe fewer keys than they take.
        const described = embedded ? [] : await admin.describeTopicConfigs();
        return described.length > 0
          ? describedTopicConfigs(described)
          : KAFKA_TOPIC_CONFIGS;
      }, DEFINITIONS_AGE),
    };
  }
}
