// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type { LoggerService } from '@backstage/backend-plugin-api';
import { isError } from '@backstage/errors';
import {
  assertAcceptable,
  checkEnvironment,
  checkEnvironmentDelete,
  type ConnectionTestInput,
  type EnvironmentInput,
  type EnvironmentsAnswer,
  type EnvironmentUpdate,
  type KafkaEnvironmentView,
} from '@fairway/backstage-plugin-kafka-self-serve-common';
import type { ConnectedClusters } from '../clusters/ConnectedClusters';
import type { KafkaConnections } from '../config/readKafkaConfig';
import type { PolicyPlaces } from '../domain/authority';
import type { OpenInEnvironments } from '../domain/openRequests';
import type { KafkaCaller, KafkaSync } from '../domain/services';
import type { StoredEnvironment } from '../domain/stored';
import type { KafkaStores } from '../domain/stores';
import { kafkaError } from '../errors';
import { connectionViews, embeddedUnavailable } from './connectionViews';
import { definitionsFile } from './definitionsFile';
import { readAgain } from './readAgain';
import { testConnection } from './testConnection';
import type { EnvironmentService } from './types';
import { environmentView } from './views';
import { holdsInWords } from './words';

const ADMINISTRATORS_ONLY =
  'Only administrators of Kafka self-serve set up environments.';

export interface EnvironmentParts {
  stores: KafkaStores;
  clusters: ConnectedClusters;
  connections: KafkaConnections;
  places: PolicyPlaces;
  openRequests: OpenInEnvironments;
  sync: KafkaSync;
  clock: () => Date;
  logger: LoggerService;
}

/** What the views of one answer have in common. */
interface Shared {
  caller: KafkaCaller;
  counts: Awaited<ReturnType<KafkaStores['environments']['counts']>>;
  tiers: ReadonlyMap<string, string>;
}

export class DefaultEnvironments implements EnvironmentService {
  readonly #parts: EnvironmentParts;

  static create(parts: EnvironmentParts): DefaultEnvironments {
    return new DefaultEnvironments(parts);
  }

  private constructor(parts: EnvironmentParts) {
    this.#parts = parts;
  }

  async list(caller: KafkaCaller): Promise<EnvironmentsAnswer> {
    const { stores, connections } = this.#parts;
    const environments = await stores.environments.list();
    const shared = await this.#shared(caller);
    const seen = environments.filter(({ name }) =>
      caller.environments.includes(name),
    );
    const unavailable = embeddedUnavailable(connections);
    return {
      items: seen.map(environment => this.#view(environment, shared)),
      actions: {
        create: caller.isAdministrator
          ? { allowed: true }
          : { allowed: false, because: ADMINISTRATORS_ONLY },
      },
      ...(unavailable && { embeddedUnavailable: unavailable }),
    };
  }

  async get(name: string, caller: KafkaCaller): Promise<KafkaEnvironmentView> {
    const { stores } = this.#parts;
    const environment = await stores.environments.get(name);
    if (!environment || !caller.environments.includes(name)) {
      throw kafkaError('kafka-environment-not-found', { name });
    }
    return this.#view(environment, await this.#shared(caller));
  }

  async create(
    input: EnvironmentInput,
    caller: KafkaCaller,
  ): Promise<KafkaEnvironmentView> {
    const { stores } = this.#parts;
    const clusterId = await this.#prove(input.connection);
    await this.#check({ ...input, clusterId }, caller);
    const stored = await stores.environments.insert({
      ...input,
      clusterId,
      configured: false,
    });
    return this.#afterwards(stored.name, caller);
  }

  async update(
    name: string,
    input: EnvironmentUpdate,
    caller: KafkaCaller,
  ): Promise<KafkaEnvironmentView> {
    const { stores, clusters } = this.#parts;
    const before = await this.#own(name);
    const { rowVersion, ...rest } = input;
    const environment = { ...rest, name };
    const isSame = environment.connection === before.connection;
    const clusterId =
      isSame && before.clusterId
        ? before.clusterId
        : await this.#prove(environment.connection);
    // What was observed and desired belongs to the cluster, not to the name.
    if (before.clusterId && before.clusterId !== clusterId) {
      throw kafkaError('kafka-environment-refused', {
        name,
        reason: `the connection "${environment.connection}" leads to the cluster "${clusterId}", and the environment is "${before.clusterId}". Make another environment for it.`,
      });
    }
    await this.#check({ ...environment, clusterId }, caller);
    await stores.environments.update({
      ...environment,
      clusterId,
      configured: false,
      rowVersion,
    });
    await clusters.forget(name);
    return this.#afterwards(name, caller);
  }

  async remove(name: string): Promise<void> {
    const { stores, clusters, openRequests } = this.#parts;
    const own = await this.#own(name);
    const open = await openRequests.inEnvironments([own]);
    await stores.transaction(async inside => {
      // What is asked for from now on finds no environment; what is being written is waited for.
      await inside.environments.lock(name);
      const holds = holdsInWords({
        ...(await inside.environments.holdings(name)),
        requests: open.length,
      });
      assertAcceptable(checkEnvironmentDelete({ name, holds }));
      await inside.environments.remove(name);
    });
    await clusters.forget(name);
  }

  async test(input: ConnectionTestInput) {
    const { clusters, stores } = this.#parts;
    return testConnection(input, {
      clusters,
      environments: await stores.environments.list(),
    });
  }

  async definitions(): Promise<string> {
    const { environments, policies } = this.#parts.stores;
    return definitionsFile({
      environments: await environments.list(),
      policies: await policies.list(),
    });
  }

  async connections() {
    const { connections, clusters, stores } = this.#parts;
    return {
      items: connectionViews(connections, {
        environments: await stores.environments.list(),
        serversOf: name => clusters.bootstrapServers(name),
      }),
    };
  }

  async sync(name: string, caller: KafkaCaller) {
    if (!caller.environments.includes(name)) {
      throw kafkaError('kafka-environment-not-found', { name });
    }
    return readAgain(this.#parts, name);
  }

  async #shared(caller: KafkaCaller): Promise<Shared> {
    const { stores } = this.#parts;
    return {
      caller,
      counts: await stores.environments.counts(),
      tiers: await this.#tiers(caller),
    };
  }

  /** Nothing depends on them, so that the list is there while the policy is not. */
  async #tiers({ userRef }: KafkaCaller): Promise<ReadonlyMap<string, string>> {
    const { places, logger } = this.#parts;
    try {
      return await places.tiers(userRef);
    } catch (error) {
      logger.warn('The tiers of environments are not known', error as Error);
      return new Map();
    }
  }

  #view(
    environment: StoredEnvironment,
    { caller, counts, tiers }: Shared,
  ): KafkaEnvironmentView {
    return environmentView(environment, {
      caller,
      counts: counts.get(environment.name),
      embedded: this.#parts.clusters.isEmbedded(environment),
      tiers,
    });
  }

  /** One that administrators may change. */
  async #own(name: string): Promise<StoredEnvironment> {
    const found = await this.#parts.stores.environments.get(name);
    if (!found) throw kafkaError('kafka-environment-not-found', { name });
    if (found.configured) {
      throw kafkaError('kafka-environment-configured', { name });
    }
    return found;
  }

  /** The cluster's own id: nothing else tells one cluster from another. */
  async #prove(connection: string): Promise<string> {
    const { cluster, done } = await this.#parts.clusters.try(connection);
    try {
      return (await cluster.describe()).clusterId;
    } catch (error) {
      const reason = isError(error) ? error.message : String(error);
      throw kafkaError(
        'kafka-environment-not-proved',
        { connection, reason },
        { cause: error },
      );
    } finally {
      await done();
    }
  }

  async #check(
    environment: EnvironmentInput & { clusterId: string },
    caller: KafkaCaller,
  ): Promise<void> {
    const { stores, places, connections } = this.#parts;
    const { name, policyRefs, schemaRegistry, store } = environment;
    const environments = await stores.environments.list();
    assertAcceptable(checkEnvironment({ environment, environments }));
    const refuse = (reason: string) =>
      kafkaError('kafka-environment-refused', { name, reason });
    const known = new Set(
      (await stores.policies.list()).map(each => each.name),
    );
    const missing = policyRefs.find(ref => !known.has(ref));
    if (missing !== undefined) {
      throw refuse(
        `there is no topic policy "${missing}". Make it first, or take it out.`,
      );
    }
    if (schemaRegistry !== undefined && !connections.has(schemaRegistry)) {
      throw refuse(
        `there is no connection "${schemaRegistry}" for its schema registry. Choose one of the configuration.`,
      );
    }
    const fault = await places.placeFault({
      userRef: caller.userRef,
      environment: environment.environment,
      store,
    });
    if (fault) throw refuse(fault);
  }

  /** What was just written may be seen by its writer, and is read from its cluster at once. */
  async #afterwards(
    name: string,
    caller: KafkaCaller,
  ): Promise<KafkaEnvironmentView> {
    await this.#parts.sync.sync(name);
    const environments = [...new Set([...caller.environments, name])];
    return this.get(name, { ...caller, environments });
  }
}
