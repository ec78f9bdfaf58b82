// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { isError } from '@backstage/errors';
import {
  checkEnvironment,
  type ConnectionCheck,
  type ConnectionTest,
  type ConnectionTestInput,
} from '@fairway/backstage-plugin-kafka-self-serve-common';
import type { Cluster, Clusters } from '../domain/clusters';
import type { StoredEnvironment } from '../domain/stored';
import { isKafkaError } from '../errors';
import type { ClusterDescription } from '../kafka/types';

type Tried = Omit<Cluster, 'environment'>;

/** Tries everything that the portal will do with a connection, and says in words what does not work. */
export async function testConnection(
  { connection, environment }: ConnectionTestInput,
  options: {
    clusters: Pick<Clusters, 'try'>;
    environments: readonly StoredEnvironment[];
  },
): Promise<ConnectionTest> {
  const began = performance.now();
  const took = () => Math.round(performance.now() - began);
  let done: (() => Promise<void>) | undefined;
  try {
    const tried = await options.clusters.try(connection);
    done = tried.done;
    const description = await tried.cluster.describe();
    const { clusterId, version, brokers } = description;
    const { checks, topics } = await checkAll(tried.cluster, description);
    const registry = checks.find(({ name }) => name === 'registry');
    return {
      reachable: true,
      clusterId,
      ...(version !== undefined && { version }),
      brokers: brokers.length,
      ...(topics !== undefined && { topics }),
      ...(registry?.state !== 'skipped' && {
        registry: registry?.state === 'passed',
      }),
      took: took(),
      checks,
      problems: checkEnvironment({
        // Only the cluster is looked at here: no order is taken.
        environment: { name: environment ?? '', order: NaN, clusterId },
        environments: options.environments,
      }),
    };
  } catch (error) {
    const message = wordsOf(error);
    return {
      reachable: false,
      took: took(),
      checks: [{ name: 'brokers', state: 'failed', message }],
      problems: [],
    };
  } finally {
    await done?.();
  }
}

async function checkAll(
  { admin, registry }: Tried,
  { brokers, version, features }: ClusterDescription,
): Promise<{ checks: ConnectionCheck[]; topics?: number }> {
  let topics: number | undefined;
  const checks: ConnectionCheck[] = [
    {
      name: 'brokers',
      state: 'passed',
      message: `${brokers.length} brokers${
        version ? ` of Kafka ${version}` : ''
      }.`,
    },
    await check('topics', async () => {
      topics = (await admin.listTopics()).length;
      return `${topics} topics.`;
    }),
    await check('access-control', async () => {
      const acls = await admin.listAcls();
      return `${acls.length} ACLs.`;
    }),
    await check('groups', async () => {
      const groups = await admin.listGroups();
      return `${groups.length} consumer groups.`;
    }),
    features.scramUsers
      ? await check('users', async () => {
          const users = await admin.listScramUsers();
          return `${users.length} SCRAM users.`;
        })
      : skipped('users', 'The brokers keep no users: no credentials here.'),
    features.quotas
      ? await check('quotas', async () => {
          const quotas = await admin.listQuotas();
          return `${quotas.length} client quotas.`;
        })
      : skipped('quotas', 'The brokers keep no quotas.'),
    registry
      ? await check('registry', async () => {
          const subjects = await registry.listSubjects();
          return `${subjects.length} subjects.`;
        })
      : skipped('registry', 'The connection names no schema registry.'),
  ];
  return { checks, topics };
}

async function check(
  name: string,
  ask: () => Promise<string>,
): Promise<ConnectionCheck> {
  try {
    return { name, state: 'passed', message: await ask() };
  } catch (error) {
    const state = isKafkaError(error, 'kafka-acls-disabled')
      ? 'warning'
      : 'failed';
    return { name, state, message: wordsOf(error) };
  }
}

function skipped(name: string, message: string): ConnectionCheck {
  return { name, state: 'skipped', message };
}

function wordsOf(error: unknown): string {
  return isError(error) ? error.message : String(error);
}
