// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type { TopicSpec } from '@fairway/backstage-plugin-kafka-self-serve-common';
import { eventually } from './eventually';
import { failuresOf, outcomeOf } from '../kafka/outcomes';
import { type ContractOptions, type KafkaSubject, ownNames } from './subject';

/** The configs that the lists of the contracts ask for. */
export const KEYS = [
  'retention.ms',
  'cleanup.policy',
  'min.insync.replicas',
  'segment.ms',
];

/** Topics with names of their own, made and looked at. */
export function topicFixture(options: ContractOptions<KafkaSubject>) {
  const differs = new Set(options.differences);
  const nextName = ownNames('topic');
  const admin = () => options.subject().admin;
  const specOf = (changed: Partial<TopicSpec> = {}): TopicSpec => ({
    name: nextName(),
    partitions: 1,
    replicationFactor: 1,
    configs: {},
    ...changed,
  });

  const describeOne = async (name: string) =>
    outcomeOf(await admin().describeTopics([name]), name);

  async function create(changed: Partial<TopicSpec> = {}) {
    const spec = specOf(changed);
    const { topicId } = outcomeOf(
      await admin().createTopics([spec]),
      spec.name,
    );
    await eventually(() => describeOne(spec.name));
    return { ...spec, topicId };
  }
  const listed = async () =>
    new Map(
      (await admin().listTopics({ configKeys: KEYS })).map(topic => [
        topic.name,
        topic,
      ]),
    );
  const isGone = (name: string) =>
    eventually(async () => {
      const failure = failuresOf(await admin().describeTopics([name])).get(
        name,
      );
      expect(failure?.code).toBe('kafka-topic-not-found');
    });
  return {
    admin,
    nextName,
    specOf,
    describeOne,
    create,
    listed,
    isGone,
    differs,
  };
}
