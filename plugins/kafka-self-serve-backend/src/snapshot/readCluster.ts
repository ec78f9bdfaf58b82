// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import {
  type AclBinding,
  SHOWN_TOPIC_CONFIGS,
} from '@fairway/backstage-plugin-kafka-self-serve-common';
import type { Cluster, SightedCluster, TopicSightings } from '../domain/ports';
import { isKafkaError } from '../errors';
import { readGroups } from './readGroups';
import { readSubjects } from './readSubjects';
import { readTopics } from './readTopics';

/** Failures that concern one kind of thing, while the rest can be read. */
const PARTIAL = [
  'kafka-not-authorized',
  'kafka-unsupported',
  'kafka-not-ready',
  'registry-unreachable',
  'registry-answer-lost',
  'registry-authentication-failed',
  'registry-not-authorized',
  'registry-failed',
  'registry-refused',
] as const;

/**
 * Reads a whole cluster with its registry. What the portal may not read, or
 * what the cluster does not offer, is left out and told in `message`; a cluster
 * that does not answer throws.
 */
export async function readCluster(options: {
  cluster: Pick<Cluster, 'admin' | 'registry' | 'describe'>;
  /** What the last sync saw; gets what is another now. */
  sightings: TopicSightings;
  now: Date;
}): Promise<SightedCluster> {
  const { cluster, sightings, now } = options;
  const { admin, registry } = cluster;
  const description = await cluster.describe();
  const messages: string[] = [];
  const optional = async <T>(what: string, read: () => Promise<T>) => {
    try {
      return await read();
    } catch (error) {
      if (!PARTIAL.some(code => isKafkaError(error, code))) throw error;
      messages.push(`${what}: ${(error as Error).message}`);
      return undefined;
    }
  };
  const { features } = description;

  await readTopics({
    admin,
    sightings,
    shown: SHOWN_TOPIC_CONFIGS,
    diskUse: features.diskUse
      ? await optional('Disk use', () => admin.listDiskUse())
      : undefined,
  });
  // One after another: a cluster that many portals look at is not to feel it.
  const groups = await optional('Consumer groups', () => readGroups(admin));
  const acls = await optional('ACLs', () => readAcls(() => admin.listAcls()));
  const quotas = features.quotas
    ? await optional('Quotas', () => admin.listQuotas())
    : [];
  const scramUsers = features.scramUsers
    ? await optional('Users', () => admin.listScramUsers())
    : [];
  const subjects = registry
    ? await optional('Subjects', () => readSubjects(registry))
    : [];
  return {
    asOf: now.toISOString(),
    clusterId: description.clusterId,
    ...(description.version !== undefined && { version: description.version }),
    brokers: description.brokers.length,
    topics: sightings,
    groups,
    acls,
    quotas,
    scramUsers,
    subjects,
    ...(messages.length > 0 && { message: messages.join(' ') }),
  };
}

/** A cluster without an authorizer has no ACLs. */
async function readAcls(
  list: () => Promise<AclBinding[]>,
): Promise<AclBinding[]> {
  try {
    return await list();
  } catch (error) {
    if (isKafkaError(error, 'kafka-acls-disabled')) return [];
    throw error;
  }
}
