// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type { ClusterClient } from '../client/ClusterClient';
import type { ClusterDescription } from '../types';

/**
 * The versions of Kafka by the newest level of the feature `metadata.version`
 * that their brokers support (`org.apache.kafka.server.common.MetadataVersion`).
 * The protocol names no version of the software.
 */
const FIRST_LEVELS: readonly (readonly [level: number, version: string])[] = [
  [34, '4.5'],
  [31, '4.4'],
  [30, '4.3'],
  [28, '4.2'],
  [26, '4.1'],
  [22, '4.0'],
  [21, '3.9'],
  [20, '3.8'],
  [15, '3.7'],
  [12, '3.6'],
  [9, '3.5'],
  [8, '3.4'],
  [7, '3.3'],
];

function versionOf(features: ReadonlyMap<string, number>) {
  const level = features.get('metadata.version');
  if (level === undefined) return undefined;
  return FIRST_LEVELS.find(([first]) => level >= first)?.[1];
}

export async function describeCluster(
  client: ClusterClient,
): Promise<ClusterDescription> {
  const { id, brokers, controllerId } = await client.refresh();
  const [features, scramUsers, consumerGroups, quotas, diskUse] =
    await Promise.all([
      client.broker.features(),
      client.offers('AlterUserScramCredentials'),
      client.offers('ConsumerGroupDescribe'),
      client.offers('AlterClientQuotas'),
      client.offers('DescribeLogDirs'),
    ]);
  const version = versionOf(features);
  return {
    clusterId: id,
    ...(brokers.has(controllerId) && { controllerId }),
    brokers: [...brokers]
      .map(([brokerId, { host, port, rack }]) => ({
        id: brokerId,
        host,
        port,
        ...(rack && { rack }),
      }))
      .sort((one, other) => one.id - other.id),
    ...(version && { version }),
    features: { scramUsers, consumerGroups, quotas, diskUse },
  };
}
