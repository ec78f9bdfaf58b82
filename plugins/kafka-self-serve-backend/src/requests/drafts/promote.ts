// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import {
  below,
  checkPolicies,
  checkPromotion,
  checkTopicCreates,
  fieldChanges,
  instanceId,
  planChanges,
  type Problem,
  problem,
  promotedTopic,
  type PromotePayload,
  type TopicCreatePayload,
  type TopicSpec,
} from '@fairway/backstage-plugin-kafka-self-serve-common';
import type { StoredTopic } from '../../domain/ports';
import { instanceOf, rulesContext, standingOf } from './book';
import type { Draft, DraftContext } from './types';

interface Promoted {
  index: number;
  spec: TopicSpec;
  isNew: boolean;
  /** What people know the topic by; one that is there already keeps its own. */
  words?: Partial<Pick<StoredTopic, 'description' | 'labels'>>;
}

/** Topics of one environment as they will be in the next, new ones and those that are there. */
export function draftPromotion(
  payload: PromotePayload,
  options: DraftContext & {
    /** Topics of the environment that they come from. */
    sources: readonly StoredTopic[];
  },
): Draft {
  const { state, sources, pending } = options;
  const { environment, observed, environments } = state;
  const owner = sources.find(({ name }) => name === payload.topics[0].name);
  const application = owner?.application ?? 'unknown';
  const id = instanceId({ application, environment: environment.name });
  const instance = instanceOf(state, id);
  const promoted = payload.topics.flatMap(
    ({ name, overrides }, index): Promoted[] => {
      const source = sources.find(topic => topic.name === name);
      const spec = source?.desired ?? source?.observed;
      const target = observed.topics.find(topic => topic.name === name);
      return source && spec
        ? [
            {
              index,
              spec: promotedTopic({
                source: spec,
                to: environment,
                target,
                overrides,
              }),
              isNew: !target,
              ...(!target && { words: wordsOf(source) }),
            },
          ]
        : [];
    },
  );
  const news = promoted.filter(({ isNew }) => isNew);
  const problems = [
    ...checkPromotion({
      payload,
      environments,
      sources: sources.map(({ name }) => name),
    }),
    ...checkTopicCreates({
      payloads: news.map(({ spec }) => createOf(spec, payload.to, id)),
      contextOf: () => rulesContext(state, instance),
      existing: observed.topics.map(({ name }) => name),
      pending,
    }).flatMap((found, index) => below(['topics', news[index].index], found)),
    ...promoted
      .filter(({ isNew }) => !isNew)
      .flatMap(each => checkExisting(each, { payload, options, sources })),
  ];
  const specs = promoted.map(({ spec }) => spec);
  return {
    operation: 'promote',
    title: `Promote ${specs.length} topics of ${application} from ${payload.from} to ${environment.displayName}`,
    ownerRef: instance?.ownerRef,
    standing: standingOf(instance, id),
    problems,
    desired: { topics: specs },
    accessOfTopics: news.map(({ spec }) => spec.name),
    records: promoted.map(({ spec, words }) => ({
      type: 'topic.put',
      topic: { environment: environment.name, spec, ...words },
    })),
    changes: promoted.flatMap(({ spec, words }) =>
      fieldChanges({ of: `topic ${spec.name}`, after: { ...words } }),
    ),
    effects: [],
  };
}

function wordsOf({ description, labels }: StoredTopic): Promoted['words'] {
  return {
    ...(description !== undefined && { description }),
    ...(Object.keys(labels).length > 0 && { labels }),
  };
}

function createOf(
  { name, partitions, replicationFactor, configs }: TopicSpec,
  environment: string,
  instance: string,
): TopicCreatePayload {
  return {
    operation: 'create',
    environment,
    instance,
    name,
    partitions,
    replicationFactor,
    configs: { ...configs },
  };
}

/** What is there already: only by its owner, by the policies, and only if anything changes. */
function checkExisting(
  { spec, index }: Promoted,
  from: {
    payload: PromotePayload;
    options: DraftContext;
    sources: readonly StoredTopic[];
  },
): Problem[] {
  const { state } = from.options;
  const { definitions, environment, observed, policies, topics } = state;
  const { name } = spec;
  const application = (all: readonly StoredTopic[]) =>
    all.find(topic => topic.name === name)?.application;
  const where = { path: ['name'], value: name };
  const found: Problem[] = [];
  if (application(topics) !== application(from.sources)) {
    const values = {
      name,
      instance: `${application(from.sources) ?? 'nobody'}@${environment.name}`,
      owned: application(topics) ?? 'an orphan',
    };
    found.push(problem('topic-outside-ownership', values, where));
  }
  const planned = planChanges({
    desired: { topics: [spec] },
    observed,
    definitions,
  });
  if (planned.outcome === 'planned' && planned.plan.steps.length === 0) {
    const values = { name, to: environment.name };
    found.push(problem('promotion-nothing', values, where));
  }
  found.push(...checkPolicies({ spec, policies, definitions }));
  return below(['topics', index], found);
}
