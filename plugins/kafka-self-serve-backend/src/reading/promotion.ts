// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import {
  checkPromotion,
  fieldChanges,
  nextEnvironment,
  planChanges,
  promotedTopic,
  type PromotionDiff,
  type PromotionDiffInput,
  type PromotionDiffItem,
  type TopicSpec,
} from '@fairway/backstage-plugin-kafka-self-serve-common';
import type {
  KafkaParts,
  StoredEnvironment,
  StoredTopic,
  Viewer,
} from '../domain/ports';
import { kafkaError } from '../errors';
import { isVisible } from './visible';

/** What a promotion of topics would change in the next environment. */
export async function promotionDiff(
  { stores }: Pick<KafkaParts, 'stores'>,
  input: PromotionDiffInput,
  viewer: Viewer,
): Promise<PromotionDiff> {
  const environments = (await stores.environments.list()).filter(({ name }) =>
    viewer.environments.includes(name),
  );
  const from = environmentOf(environments, input.from);
  const to = input.to
    ? environmentOf(environments, input.to)
    : nextEnvironment(environments, from);
  const read = async (environment: string) => {
    const topics = await stores.topics.getMany(environment, input.topics);
    const seen = topics.filter(topic =>
      isVisible(viewer, { ...topic, type: 'topic' }),
    );
    return new Map(seen.map(topic => [topic.name, topic]));
  };
  const sources = await read(from.name);
  const targets = to ? await read(to.name) : new Map<string, StoredTopic>();
  return {
    from: from.name,
    to: to?.name ?? input.to ?? from.name,
    items: to
      ? input.topics.map(name =>
          itemOf({
            name,
            source: sources.get(name),
            target: targets.get(name),
            to,
          }),
        )
      : [],
    problems: checkPromotion({
      payload: {
        from: from.name,
        to: to?.name ?? input.to ?? from.name,
        topics: input.topics.map(name => ({ name, overrides: {} })),
      },
      environments,
      sources: sources.keys(),
    }),
  };
}

function environmentOf(
  environments: readonly StoredEnvironment[],
  name: string,
): StoredEnvironment {
  const found = environments.find(each => each.name === name);
  if (!found) throw kafkaError('kafka-environment-not-found', { name });
  return found;
}

function itemOf(options: {
  name: string;
  source?: StoredTopic;
  target?: StoredTopic;
  to: StoredEnvironment;
}): PromotionDiffItem {
  const { name, source, target, to } = options;
  const spec = source?.desired ?? source?.observed;
  if (!spec) return { name, changes: [], problems: [] };
  const there = target?.observed;
  const result = promotedTopic({ source: spec, to, target: there });
  const outcome = planChanges({
    desired: { topics: [result] },
    observed: {
      topics: there ? [there] : [],
      acls: [],
      subjects: [],
      brokers: to.status?.brokers,
    },
  });
  return {
    name,
    source: plain(spec),
    target: there && plain(there),
    result,
    changes: fieldChanges({
      of: `topic ${name}`,
      before: there && plain(there),
      after: result,
    }),
    problems: outcome.problems,
  };
}

function plain({ name, partitions, replicationFactor, configs }: TopicSpec) {
  return { name, partitions, replicationFactor, configs };
}
