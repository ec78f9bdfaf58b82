// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type { InstanceUsage } from '../model/application';
import { below, type Problem, problem } from '../problems';
import type { BundleItem, BundlePayload } from '../schemas/requests';
import type { TopicCreatePayload } from '../schemas/topics';
import { topicBytes } from './limits';
import { resourceRefs } from './resourceRefs';
import {
  checkTopicCreate,
  topicSpecOf,
  type TopicRulesContext,
} from './topics';

/** Requests of one bundle: somebody has to read it before deciding. */
const MOST_ITEMS = 100;

/** Whether the requests of a bundle go together; each is checked by its own rules beside. @public */
export function checkBundle(options: { payload: BundlePayload }): Problem[] {
  const { environment, items } = options.payload;
  const problems: Problem[] = [];
  if (items.length === 0) {
    problems.push(problem('bundle-empty', {}, { path: ['items'] }));
  }
  if (items.length > MOST_ITEMS) {
    const values = { count: items.length, limit: MOST_ITEMS };
    problems.push(problem('bundle-too-large', values, { path: ['items'] }));
  }
  const passwords = items.filter(
    ({ kind, payload }) =>
      kind === 'kafka.credential' && payload.operation !== 'revoke',
  ).length;
  if (passwords > 1) {
    const where = { path: ['items'], value: passwords };
    problems.push(problem('bundle-passwords', { count: passwords }, where));
  }
  const seen = new Map<string, string[]>();
  items.forEach((item, index) => {
    const other = item.payload.environment;
    if (other !== environment) {
      const path = ['items', index, 'payload', 'environment'];
      const where = { path, value: other };
      const values = { environment, other };
      problems.push(problem('bundle-environment-differs', values, where));
    }
    for (const resource of resourceRefs(item)) {
      const earlier = seen.get(resource) ?? [];
      const operation = operationOf(item);
      if (!earlier.every(before => goTogether(before, operation))) {
        const where = { path: ['items', index] };
        problems.push(problem('bundle-resource-twice', { resource }, where));
      }
      seen.set(resource, [...earlier, operation]);
    }
  });
  return problems;
}

function operationOf({ kind, payload }: BundleItem): string {
  return 'operation' in payload ? `${kind} ${payload.operation}` : kind;
}

/** More partitions and other configs of one topic are one change of it. */
function goTogether(one: string, other: string): boolean {
  const both = [one, other].sort().join();
  return both === 'kafka.topic config,kafka.topic partitions';
}

/**
 * The rules of new topics for several at once: they count together against
 * limits, and their names must not collide with each other.
 *
 * @public
 */
export function checkTopicCreates(options: {
  payloads: readonly TopicCreatePayload[];
  /** Place and owner of each topic; instances are looked up by id. */
  contextOf: (payload: TopicCreatePayload) => TopicRulesContext;
  existing?: readonly string[];
  pending?: readonly string[];
}): Problem[][] {
  const { payloads, contextOf, existing, pending = [] } = options;
  const added = new Map<string, InstanceUsage>();
  return payloads.map((payload, index) => {
    const context = contextOf(payload);
    const before = added.get(payload.instance) ?? {
      topics: 0,
      partitions: 0,
      bytes: 0,
    };
    const spec = topicSpecOf({ payload, environment: context.environment });
    added.set(payload.instance, {
      topics: before.topics + 1,
      partitions: before.partitions + spec.partitions,
      bytes: before.bytes + (topicBytes(spec, context.definitions) ?? 0),
    });
    const { usage } = context;
    return checkTopicCreate({
      ...context,
      payload,
      existing,
      usage: usage && {
        topics: usage.topics + before.topics,
        partitions: usage.partitions + before.partitions,
        bytes: usage.bytes + before.bytes,
      },
      pending: [
        ...pending,
        ...payloads.slice(0, index).map(({ name }) => name),
      ],
    });
  });
}

/** Problems of the requests of a bundle, each under its place. @public */
export function belowItem(index: number, problems: Problem[]): Problem[] {
  return below(['items', index, 'payload'], problems);
}
