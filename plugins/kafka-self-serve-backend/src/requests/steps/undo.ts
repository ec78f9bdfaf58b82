// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

// A cancelled request leaves nothing behind that can be put back. Records are never destroyed by it: a topic that was made
// and has taken any stays.
import type { JsonObject } from '@backstage/types';
import type { KindRequest, StepResult } from '@fairway/requests-node';
import { lookAt, write } from '../execute/handlers';
import { logsOf } from '../execute/offsetWorks';
import { whileReachable } from '../execute/outage';
import { findTopic, isSpec } from '../execute/topicWorks';
import type { RequestCluster, Work, WorkOf } from '../execute/types';
import { type Chunk, chunksOf } from './chunks';
import {
  internalOf,
  type KafkaStep,
  type KafkaStepContext,
  type StepParts,
} from './types';

/** What puts a work back; undefined where nothing does, or nothing should. */
export function inverseOf(work: Work): Work | undefined {
  const shared = {
    id: `undo:${work.id}`,
    title: `Take back: ${work.title}`,
    irreversible: false,
  };
  switch (work.action) {
    case 'acl.create':
      return { ...shared, action: 'acl.delete', before: work.after };
    case 'acl.delete':
      return { ...shared, action: 'acl.create', after: work.before };
    case 'topic.configs':
    case 'subject.compatibility':
      return {
        ...work,
        ...shared,
        before: work.after,
        after: work.before,
      } as Work;
    case 'quota.set':
      return {
        ...shared,
        action: 'quota.set',
        before: work.after,
        after: work.before ?? { user: work.after.user },
      };
    case 'user.create':
      return { ...shared, action: 'user.delete', before: work.after };
    default:
      return undefined;
  }
}

/**
 * Backwards: what is done, of whichever revision, and what an interrupted step
 * began. What was never begun is not ours, whatever it looks like.
 */
export function undoSteps(
  request: Pick<KindRequest<JsonObject>, 'outputs'>,
  options: StepParts,
): KafkaStep[] {
  const { applied = [], begun = [], deleting = [] } = internalOf(request);
  const done = new Set(applied.map(({ id }) => id));
  const interrupted = options.plan.works.filter(
    ({ id }) => begun.includes(id) && !done.has(id),
  );
  const steps = chunksOf([...applied, ...interrupted])
    .reverse()
    .map(
      (chunk): KafkaStep => ({
        id: `undo-${chunk.id}`,
        title: `Take back: ${chunk.title}`,
        run: context => undo(chunk, { ...options, context }),
      }),
    );
  return deleting.length > 0 ? [...steps, unmark(options)] : steps;
}

function undo(
  chunk: Chunk,
  options: StepParts & { context: KafkaStepContext },
): Promise<StepResult> {
  const { context, plan, parts } = options;
  return whileReachable(context, async () => {
    const cluster = await parts.clusters.of(plan.environment!);
    for (const work of [...chunk.works].reverse()) {
      context.signal.throwIfAborted();
      if (work.action === 'topic.create') {
        await context.log(await undoCreation(cluster, work));
        continue;
      }
      const inverse = inverseOf(work);
      if (!inverse) {
        await context.log(`Stays as it is: ${work.title}`);
        continue;
      }
      const about = { topicIds: {}, begun: false };
      const standing = await lookAt(cluster, inverse, about);
      if (standing.at === 'before') {
        await write(cluster, [inverse], () => about);
      }
      await context.log(
        standing.at === 'elsewhere'
          ? `Not taken back, since ${standing.found}: ${work.title}`
          : inverse.title,
      );
    }
    return { status: 'done' };
  });
}

async function undoCreation(
  cluster: RequestCluster,
  { after }: WorkOf<'topic.create'>,
): Promise<string> {
  const { name } = after;
  const topic = await findTopic(cluster, name);
  if (!topic) return `There is no topic ${name}`;
  const logs = await logsOf(cluster, [name]);
  const isEmpty = [...logs.values()].every(({ end }) => end === '0');
  if (!isEmpty || !isSpec(topic, after) || !topic.topicId) {
    return `The topic ${name} stays: it has records, or somebody changed it. Ask for its deletion if it is of no use`;
  }
  const { topicId } = topic;
  await cluster.admin.deleteTopics([{ name, topicId }]);
  return `The empty topic ${name} was taken back`;
}

function unmark({ plan, parts }: StepParts): KafkaStep {
  return {
    id: 'undo-look',
    title: 'Keep the topic',
    async run({ request }) {
      const { deleting = [] } = internalOf(request);
      return {
        status: 'done',
        also: async transaction => {
          const { topics } = parts.stores.within(transaction);
          for (const name of deleting) {
            await topics.setDeleting(plan.environment!, name, undefined);
          }
        },
      };
    },
  };
}
