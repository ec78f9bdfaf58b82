// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import {
  isAcceptable,
  planChanges,
} from '@fairway/backstage-plugin-kafka-self-serve-common';
import { wordsOfMoment } from '@fairway/requests-common';
import { whileReachable } from '../execute/outage';
import { runWorks } from '../execute/runWorks';
import { draftItems } from '../plan/draftItems';
import { itemsOf } from '../plan/items';
import { loadFor } from '../plan/load';
import { changedMeanwhile, look } from './look';
import { type Chunk, chunksOf } from './chunks';
import {
  internalOf,
  type KafkaStep,
  type KafkaStepContext,
  type StepParts,
  type StepResult,
  topicIdsOf,
} from './types';

/** Looks, does the works in their order, and lets a grace period pass before data goes. */
export function stepsOf(options: StepParts): KafkaStep[] {
  const { plan } = options;
  if (plan.works.length === 0) return [];
  const chunks = chunksOf(plan.works);
  const firstDeletion = chunks.findIndex(({ works }) =>
    works.some(({ action }) => action === 'topic.delete'),
  );
  const steps = chunks.map(chunk => stepOf(chunk, options));
  if (plan.graceDays && firstDeletion >= 0) {
    steps.splice(firstDeletion, 0, grace());
  }
  return [look(options), ...steps];
}

function stepOf(chunk: Chunk, options: StepParts): KafkaStep {
  const { id, title, irreversible, works, afterIrreversible } = chunk;
  const { plan, parts } = options;
  return {
    id,
    title,
    irreversible,
    async run(context) {
      const begun = Boolean(beganBefore(context));
      const refused = begun
        ? undefined
        : await stillAllowed(chunk, { ...options, context });
      if (refused) return refused;
      const result = await whileReachable(
        context,
        async () =>
          runWorks(context, {
            cluster: await parts.clusters.of(plan.environment!),
            works,
            topicIds: topicIdsOf(plan),
            showsWithin: parts.showsWithin,
            changed: (found, { begun: writing }) =>
              changedMeanwhile(found, {
                ...options,
                context,
                begun: writing,
                canFallBack: !afterIrreversible && !(irreversible && writing),
              }),
          }),
        { untouched: () => !begun },
      );
      if (result.status !== 'done') return result;
      const { applied = [] } = internalOf(context.request);
      const all = [...applied, ...works];
      return {
        ...result,
        outputs: { internal: { applied: JSON.parse(JSON.stringify(all)) } },
      };
    },
  };
}

function beganBefore({ earlier }: KafkaStepContext): string[] | undefined {
  return (earlier.internal as { begun?: string[] } | undefined)?.begun;
}

/** Days may be between the approval and the end of the data: every rule is asked once more, and by live groups. */
async function stillAllowed(
  chunk: Chunk,
  options: StepParts & { context: KafkaStepContext },
): Promise<StepResult | undefined> {
  const names = chunk.works.flatMap(work =>
    work.action === 'topic.delete' ? [work.before.name] : [],
  );
  if (names.length === 0) return undefined;
  const { context } = options;
  const result = await whileReachable(
    context,
    async () => {
      const refusal = await refusalToDelete(names, options);
      return refusal
        ? {
            status: 'failed',
            ...refusal,
            next: 'Remove the cause and try again, or cancel the deletion.',
            retryable: true,
            untouched: true,
          }
        : { status: 'done' };
    },
    { untouched: () => true },
  );
  return result.status === 'done' ? undefined : result;
}

async function refusalToDelete(
  names: readonly string[],
  options: StepParts & { context: KafkaStepContext },
): Promise<{ code: string; message: string } | undefined> {
  const { kind, plan, parts, context } = options;
  const { request, now } = context;
  const items = itemsOf(kind, request.payload).filter(
    item => item.kind === 'kafka.topic' && names.includes(item.payload.name),
  );
  const state = await loadFor(plan.environment!, items, parts);
  const gone = names.every(
    name => !state.observed.topics.some(topic => topic.name === name),
  );
  if (gone) return undefined;
  const drafts = await draftItems(
    items,
    {
      state,
      pending: [],
      requesterRef: request.requesterRef,
      now,
      since: request.createdAt,
      deleting: names,
    },
    { bundled: false, sources: [] },
  );
  const problems = drafts.flatMap(draft => draft.problems);
  const broken = problems.find(({ severity }) => severity === 'error');
  if (broken && !isAcceptable(problems)) {
    return { code: broken.code, message: broken.message };
  }
  const access = planChanges({
    desired: { deletedTopics: names },
    observed: state.observed,
  });
  const given =
    access.outcome === 'planned'
      ? access.plan.steps.find(({ action }) => action === 'acl.delete')
      : undefined;
  return given
    ? {
        code: 'kafka-changed-meanwhile',
        message: `Somebody gave access to the topic again after it was taken away (${given.title}), so its records stay.`,
      }
    : undefined;
}

function grace(): KafkaStep {
  return {
    id: 'grace',
    title: 'Keep the records until the grace period is over',
    async run({ request, now }) {
      const { deleteAfter } = internalOf(request);
      if (!deleteAfter || Date.parse(deleteAfter) <= now.getTime()) {
        return { status: 'done' };
      }
      const until = new Date(deleteAfter);
      const when = wordsOfMoment(until);
      return {
        status: 'waiting',
        until,
        waitingFor: `the end of the grace period on ${when}; until then the deletion can be cancelled`,
        statusLabel: `access ended; records go on ${when}`,
      };
    },
  };
}
