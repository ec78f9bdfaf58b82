// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

// Success is what the brokers say: everything is read back, and only then do our books change, in the transaction that
// records it.
import type { ObservedSubject } from '@fairway/backstage-plugin-kafka-self-serve-common';
import { succeededOf } from '../../kafka/outcomes';
import type { KafkaStores } from '../../domain/ports';
import { whileReachable } from '../execute/outage';
import { readBack } from '../execute/readBack';
import { findSubject, registryOf } from '../execute/subjectWorks';
import type { RequestCluster, Work } from '../execute/types';
import { chunksOf } from './chunks';
import { overlapsOf, writeRecords } from './records';
import {
  type KafkaStepContext,
  type StepParts,
  type StepResult,
  topicIdsOf,
} from './types';

/** Read back by their own step: groups go on by themselves, and nobody can read a password. */
const READ_BACK_BEFORE: readonly Work['action'][] = [
  'offsets.reset',
  'user.rotate',
];

export function verify(
  context: KafkaStepContext,
  options: StepParts,
): Promise<StepResult> {
  return whileReachable(context, async () => {
    const { plan, parts } = options;
    const { request, now } = context;
    const [overlap] = await overlapsOf(parts.stores, plan);
    if (overlap) {
      return {
        status: 'failed',
        code: overlap.code,
        message: overlap.message,
        next: overlap.next,
        retryable: true,
      };
    }
    if (plan.works.length === 0) {
      return {
        status: 'done',
        statusLabel: 'done',
        also: transaction =>
          writeRecords(parts.stores.within(transaction), {
            request,
            plan,
            now,
          }),
      };
    }
    const cluster = await parts.clusters.of(plan.environment!);
    const wrong = await differenceOf(cluster, options);
    if (wrong) return wrong;
    const seen = await seeAgain(cluster, plan.works);
    return {
      status: 'done',
      statusLabel: 'applied and read back',
      summary: `Request ${request.number} was applied to ${plan.environment} and read back from it.`,
      also: async transaction => {
        const stores = parts.stores.within(transaction);
        await writeRecords(stores, { request, plan, now });
        await keepSeen(stores, plan.environment!, seen);
        await keepOffsets(stores, { ...options, context });
      },
    };
  });
}

async function differenceOf(
  cluster: RequestCluster,
  { plan, parts }: StepParts,
): Promise<StepResult | undefined> {
  const topicIds = topicIdsOf(plan);
  for (const { works } of chunksOf(plan.works)) {
    if (READ_BACK_BEFORE.includes(works[0].action)) continue;
    const unfinished = await readBack(works, {
      cluster,
      contextOf: () => ({ topicIds, begun: true }),
      showsWithin: parts.showsWithin,
    });
    if (!unfinished) continue;
    const { work, standing } = unfinished;
    const found =
      standing.at === 'elsewhere' ? standing.found : 'it is as it was before';
    return {
      status: 'failed',
      code: 'kafka-changed-meanwhile',
      message: `"${work.title}" was done, and read back it is not so: ${found}.`,
      next: 'Look at who changes the cluster, put it back and try again.',
      retryable: true,
    };
  }
  return undefined;
}

type Seen = Awaited<ReturnType<typeof seeAgain>>;

/** What the pages show until the next sync. */
async function seeAgain(cluster: RequestCluster, works: readonly Work[]) {
  const { admin } = cluster;
  const topics = new Set<string>();
  const gone: string[] = [];
  const subjects = new Set<string>();
  for (const work of works) {
    if (work.action === 'topic.create') topics.add(work.after.name);
    if ('topic' in work) topics.add(work.topic);
    if (work.action === 'topic.delete') gone.push(work.before.name);
    if (work.action === 'subject.register') subjects.add(work.after.name);
    if ('subject' in work) subjects.add(work.subject);
  }
  const described = succeededOf(await admin.describeTopics([...topics]));
  return {
    topics: [...described.values()].map(
      ({ name, topicId, partitions, replicationFactor, configs }) => ({
        name,
        topicId,
        partitions,
        replicationFactor,
        configs,
      }),
    ),
    gone,
    subjects: await Promise.all(
      [...subjects].map(name => subjectOf(cluster, name)),
    ),
    acls: {
      added: works.flatMap(work =>
        work.action === 'acl.create' ? [work.after] : [],
      ),
      removed: works.flatMap(work =>
        work.action === 'acl.delete' ? [work.before] : [],
      ),
    },
  };
}

async function subjectOf(
  cluster: RequestCluster,
  name: string,
): Promise<ObservedSubject> {
  const registry = registryOf(cluster);
  const latest = await findSubject(registry, name);
  const compatibility = await registry.getCompatibility(name);
  return {
    name,
    ...(latest && {
      format: latest.format,
      version: latest.version,
      schema: latest.schema,
      references: latest.references,
    }),
    ...(compatibility && { compatibility }),
  };
}

async function keepSeen(
  stores: KafkaStores,
  environment: string,
  { topics, gone, subjects, acls }: Seen,
): Promise<void> {
  if (topics.length > 0) await stores.topics.setObserved(environment, topics);
  if (gone.length > 0) await stores.topics.removeObserved(environment, gone);
  if (subjects.length > 0) {
    await stores.subjects.setObserved(environment, subjects);
  }
  if (acls.added.length + acls.removed.length > 0) {
    await stores.snapshots.changeAcls(environment, acls);
  }
}

/** Where a group stood before, so that it can be put back. */
async function keepOffsets(
  stores: KafkaStores,
  { plan, context }: StepParts & { context: KafkaStepContext },
): Promise<void> {
  const { request, now } = context;
  for (const work of plan.works) {
    if (work.action !== 'offsets.reset') continue;
    await stores.offsets.put({
      requestId: request.id,
      environment: plan.environment!,
      groupId: work.group,
      instance: request.payload.instance as string,
      at: now.toISOString(),
      offsets: work.moves.map(({ topic, partition, before }) => ({
        topic,
        partition,
        ...(before !== undefined && { committed: before }),
      })),
    });
  }
}
