// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import {
  type EnvironmentStatus,
  SHOWN_TOPIC_CONFIGS,
  type SnapshotInfo,
} from '@fairway/backstage-plugin-kafka-self-serve-common';
import { isError } from '@backstage/errors';
import {
  type KafkaParts,
  type KafkaSync,
  type SightedCluster,
  type StoredEnvironment,
  TopicSightings,
} from '../domain/ports';
import { kafkaError } from '../errors';
import { readCluster } from './readCluster';

/** How far apart the points of the lag's history are. */
const LAG_EVERY_MS = 5 * 60_000;
/** How long they are kept. */
const LAG_KEPT_MS = 48 * 60 * 60_000;

type Parts = Pick<KafkaParts, 'clock' | 'clusters' | 'logger' | 'stores'>;

/** Reads clusters into the snapshot. What fails is kept as the environment's health, and what was seen stays. */
export function createSync(parts: Parts): KafkaSync {
  const running = new Map<string, Promise<SnapshotInfo>>();
  return {
    sync(environment) {
      const underWay = running.get(environment);
      if (underWay) return underWay;
      const reading = readInto(parts, environment).finally(() =>
        running.delete(environment),
      );
      running.set(environment, reading);
      return reading;
    },
  };
}

async function readInto(parts: Parts, name: string): Promise<SnapshotInfo> {
  const { stores, clusters, clock, logger } = parts;
  const environment = await stores.environments.get(name);
  if (!environment) throw kafkaError('kafka-environment-not-found', { name });
  try {
    const cluster = await clusters.of(name);
    const desired = await stores.topics.desiredConfigs(name);
    const snapshot = await readCluster({
      cluster,
      sightings: TopicSightings.of({
        digests: await stores.snapshots.digests(name),
        asked: [...new Set([...SHOWN_TOPIC_CONFIGS, ...desired])],
      }),
      now: clock(),
    });
    assertSameCluster(environment, snapshot);
    await stores.snapshots.save(name, snapshot);
    await keepLag(parts, name, snapshot);
    await stores.environments.setStatus(name, {
      ...(await lastScanOf(stores, name)),
      reachable: true,
      clusterId: snapshot.clusterId,
      version: snapshot.version,
      brokers: snapshot.brokers,
      lastSync: snapshot.asOf,
      message: snapshot.message,
    });
  } catch (error) {
    const message = isError(error) ? error.message : String(error);
    logger.warn(`Kafka environment "${name}" could not be read: ${message}`);
    await stores.snapshots.failed(name, {
      at: clock().toISOString(),
      message,
    });
    await stores.environments.setStatus(name, {
      ...environment.status,
      ...(await lastScanOf(stores, name)),
      reachable: false,
      message,
    });
  }
  const [info] = await stores.snapshots.info([name]);
  return info;
}

/** A scan may have ended while the cluster was read: that is kept. */
async function lastScanOf(
  { environments }: Parts['stores'],
  name: string,
): Promise<Pick<EnvironmentStatus, 'lastScan'>> {
  const stored = await environments.get(name);
  return { lastScan: stored?.status?.lastScan };
}

/** What somebody put in the place of the cluster is not taken for it. */
function assertSameCluster(
  { name, clusterId }: StoredEnvironment,
  snapshot: SightedCluster,
): void {
  if (clusterId !== undefined && clusterId !== snapshot.clusterId) {
    throw kafkaError('kafka-cluster-replaced', {
      name,
      expected: clusterId,
      found: snapshot.clusterId,
    });
  }
}

async function keepLag(
  { stores }: Parts,
  environment: string,
  { asOf, groups = [] }: SightedCluster,
): Promise<void> {
  const at = Date.parse(asOf);
  const lags = groups.flatMap(({ groupId, lag }) =>
    lag === undefined ? [] : [{ groupId, lag }],
  );
  if (lags.length > 0) {
    const slot = new Date(at - (at % LAG_EVERY_MS)).toISOString();
    await stores.lag.append(environment, slot, lags);
  }
  await stores.lag.prune(new Date(at - LAG_KEPT_MS).toISOString());
}
