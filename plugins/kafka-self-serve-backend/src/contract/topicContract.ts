// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

/* eslint-disable jest/no-export -- a suite to be called from the test file of each broker */
import {
  KAFKA_TOPIC_CONFIGS,
  type TopicSpec,
} from '@fairway/backstage-plugin-kafka-self-serve-common';
import { eventually } from './eventually';
import { allOf, failuresOf, outcomeOf } from '../kafka/outcomes';
import { type ContractOptions, type KafkaSubject, ownNames } from './subject';

const KEYS = [
  'retention.ms',
  'cleanup.policy',
  'min.insync.replicas',
  'segment.ms',
];

export function topicContract(options: ContractOptions<KafkaSubject>) {
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

  describe('the cluster', () => {
    it('names itself, its brokers, its version and what it can do', async () => {
      const { brokers, clusterId, version } = options.subject();
      const cluster = await admin().describeCluster();
      expect(cluster.clusterId).toBe(clusterId ?? cluster.clusterId);
      expect(cluster.clusterId).toMatch(/^[\w-]{1,64}$/);
      expect(cluster.brokers).toHaveLength(brokers);
      expect(cluster.brokers.map(({ id }) => id)).toContain(
        cluster.controllerId,
      );
      expect(cluster.version).toBe(version);
      expect(cluster.features).toEqual({
        scramUsers: true,
        consumerGroups: true,
        quotas: true,
        diskUse: true,
      });
    });
  });

  describe('topics', () => {
    it('are created with partitions, replicas and overrides, and listed with what holds', async () => {
      const { brokers } = options.subject();
      const spec = await create({
        partitions: 3,
        replicationFactor: brokers,
        configs: { 'retention.ms': '60000', 'cleanup.policy': 'compact' },
      });
      expect(spec.topicId).toBeDefined();
      const topic = await eventually(async () => {
        const found = (await listed()).get(spec.name);
        expect(found?.offline).toBe(0);
        return found!;
      });
      expect(topic).toMatchObject({
        name: spec.name,
        topicId: spec.topicId,
        partitions: 3,
        replicationFactor: brokers,
        configs: { 'retention.ms': '60000', 'cleanup.policy': 'compact' },
        internal: false,
      });
      expect(topic.effective).toMatchObject({
        'retention.ms': '60000',
        'cleanup.policy': 'compact',
        'min.insync.replicas': expect.stringMatching(/^\d$/),
      });
      expect(
        Object.keys(topic.effective).every(key => KEYS.includes(key)),
      ).toBe(true);
    });

    it('are listed without configs when none are asked for', async () => {
      const { name } = await create({ configs: { 'retention.ms': '60000' } });
      await eventually(async () => {
        const topics = await admin().listTopics();
        const topic = topics.find(candidate => candidate.name === name);
        expect(topic).toMatchObject({ configs: {}, effective: {} });
      });
    });

    it('are described with their layout, their overrides and the defaults below them', async () => {
      const { brokers } = options.subject();
      const { name, topicId } = await create({
        partitions: 2,
        replicationFactor: brokers,
        configs: { 'max.message.bytes': '2048' },
      });
      const topic = await eventually(async () => {
        const found = await describeOne(name);
        expect(found.layout.every(({ leader }) => leader !== undefined)).toBe(
          true,
        );
        return found;
      });
      expect(topic).toMatchObject({
        name,
        topicId,
        partitions: 2,
        replicationFactor: brokers,
        configs: { 'max.message.bytes': '2048' },
      });
      expect(topic.layout.map(({ partition }) => partition)).toEqual([0, 1]);
      expect(topic.layout[0].replicas).toHaveLength(brokers);
      expect(
        topic.entries.find(entry => entry.name === 'max.message.bytes'),
      ).toMatchObject({
        value: '2048',
        overridden: true,
        default: '1048588',
      });
      expect(
        topic.entries.find(entry => entry.name === 'cleanup.policy'),
      ).toMatchObject({
        value: 'delete',
        overridden: false,
      });
    });

    it('more than one request takes are created, listed and deleted', async () => {
      const specs = Array.from({ length: 501 }, () => specOf());
      expect(failuresOf(await admin().createTopics(specs)).size).toBe(0);
      await eventually(async () => {
        const names = await listed();
        expect(specs.filter(({ name }) => !names.has(name))).toEqual([]);
      });
      expect(allOf(await admin().deleteTopics(specs)).size).toBe(501);
      await eventually(async () => {
        const names = await listed();
        expect(specs.filter(({ name }) => names.has(name))).toEqual([]);
      });
    });

    it('are not created by a validation', async () => {
      const spec = specOf();
      const outcomes = await admin().createTopics([spec], {
        validateOnly: true,
      });
      expect(outcomeOf(outcomes, spec.name)).toEqual({ name: spec.name });
      const later = await create(); // once this one is there, the first would be too
      await eventually(async () =>
        expect((await listed()).has(later.name)).toBe(true),
      );
      expect((await listed()).has(spec.name)).toBe(false);
    });

    it('that cannot be created do not spoil the others', async () => {
      const there = await create();
      const good = specOf();
      const bad = specOf({ name: `${nextName()} is no name` });
      const wide = specOf({ replicationFactor: 9 });
      const none = specOf({ partitions: 0 });
      const outcomes = await admin().createTopics([
        bad,
        good,
        there,
        wide,
        none,
      ]);
      expect(outcomeOf(outcomes, good.name).name).toBe(good.name);
      const codes = [...failuresOf(outcomes)].map(([name, { code }]) => [
        name,
        code,
      ]);
      const taken = differs.has('topic-names-unchecked');
      expect(Object.fromEntries(codes)).toEqual({
        ...(!taken && { [bad.name]: 'kafka-topic-name-invalid' }),
        [there.name]: 'kafka-topic-exists',
        [wide.name]: 'kafka-replication-invalid',
        [none.name]: 'kafka-partitions-invalid',
      });
      await eventually(() => describeOne(good.name));
    });

    it('that are missing do not spoil the description of the others', async () => {
      const { name } = await create();
      const missing = nextName();
      const outcomes = await admin().describeTopics([missing, name]);
      expect(outcomeOf(outcomes, name).name).toBe(name);
      const failure = failuresOf(outcomes).get(missing)!;
      expect(failure.code).toBe('kafka-topic-not-found');
      expect(failure.message).toContain(
        `There is no topic "${missing}" in the Kafka cluster`,
      );
    });
  });

  describe('topic configs', () => {
    const overridesOf = async (name: string) =>
      (await describeOne(name)).configs;

    it('are set, leave others alone, and are removed', async () => {
      const { name } = await create({ configs: { 'retention.ms': '60000' } });
      allOf(
        await admin().alterTopicConfigs([
          { topic: name, set: { 'max.message.bytes': '2048' } },
        ]),
      );
      await eventually(async () =>
        expect(await overridesOf(name)).toEqual({
          'retention.ms': '60000',
          'max.message.bytes': '2048',
        }),
      );
      allOf(
        await admin().alterTopicConfigs([
          {
            topic: name,
            set: { 'max.message.bytes': '4096' },
            remove: ['retention.ms'],
          },
        ]),
      );
      await eventually(async () =>
        expect(await overridesOf(name)).toEqual({
          'max.message.bytes': '4096',
        }),
      );
    });

    it('are not changed by a validation', async () => {
      const { name } = await create({ configs: { 'retention.ms': '60000' } });
      const change = { topic: name, set: { 'retention.ms': '1' }, remove: [] };
      allOf(await admin().alterTopicConfigs([change], { validateOnly: true }));
      allOf(
        await admin().alterTopicConfigs([
          { topic: name, set: { 'max.message.bytes': '1' } },
        ]),
      );
      await eventually(async () =>
        expect(await overridesOf(name)).toEqual({
          'retention.ms': '60000',
          'max.message.bytes': '1',
        }),
      );
    });

    it('of a missing topic do not spoil the change of another', async () => {
      const { name } = await create();
      const missing = nextName();
      const set = { 'retention.ms': '60000' };
      const outcomes = await admin().alterTopicConfigs([
        { topic: missing, set },
        { topic: name, set },
      ]);
      expect(failuresOf(outcomes).get(missing)?.code).toBe(
        'kafka-topic-not-found',
      );
      await eventually(async () =>
        expect(await overridesOf(name)).toEqual(set),
      );
    });

    it('are checked by the broker, at creation and at change', async () => {
      const bad = specOf({ configs: { 'retention.ms': 'soon' } });
      const unknown = specOf({ configs: { 'no.such.key': '1' } });
      const created = await admin().createTopics([bad, unknown], {
        validateOnly: true,
      });
      const { name } = await create();
      const altered = await admin().alterTopicConfigs(
        [{ topic: name, set: { 'retention.ms': 'soon' } }],
        { validateOnly: true },
      );
      const codes = [...failuresOf(created), ...failuresOf(altered)].map(
        ([, { code }]) => code,
      );
      const checked = !differs.has('config-values-unchecked');
      expect(codes).toEqual(
        checked ? Array(3).fill('kafka-config-invalid') : [],
      );
      const words = failuresOf(created).get(bad.name)?.message ?? '';
      expect(
        words.includes('Invalid value soon for configuration retention.ms'),
      ).toBe(checked);
    });

    it('are described with the defaults of the brokers', async () => {
      await create();
      const described = await eventually(async () => {
        const found = await admin().describeTopicConfigs();
        expect(found.length).toBeGreaterThan(0);
        return found;
      });
      expect(described).toContainEqual(
        expect.objectContaining({ name: 'retention.ms', default: '604800000' }),
      );
      const names = described.map(({ name }) => name);
      // The snapshot in the common package is what a real broker describes; others describe a part of it.
      const all = [...KAFKA_TOPIC_CONFIGS.keys()].sort();
      const fewer = differs.has('few-configs-described');
      expect(names).toEqual(
        fewer ? all.filter(key => names.includes(key)) : all,
      );
      expect(names.length < all.length).toBe(fewer);
      const typesOf = (list: Iterable<{ name: string; type?: string }>) =>
        [...list].map(({ name, type }) => `${name}: ${type}`);
      expect(typesOf(described)).toEqual(
        typesOf(names.map(name => KAFKA_TOPIC_CONFIGS.get(name)!)),
      );
    });
  });

  describe('partitions', () => {
    it('become more, and never fewer', async () => {
      const { name } = await create({ partitions: 2 });
      allOf(
        await admin().createPartitions([{ topic: name, partitions: 5 }], {
          validateOnly: true,
        }),
      );
      allOf(await admin().createPartitions([{ topic: name, partitions: 3 }]));
      await eventually(async () =>
        expect((await describeOne(name)).partitions).toBe(3),
      );
      const missing = nextName();
      const outcomes = await admin().createPartitions([
        { topic: name, partitions: 2 },
        { topic: missing, partitions: 2 },
      ]);
      expect(failuresOf(outcomes).get(name)?.code).toBe(
        'kafka-partitions-invalid',
      );
      expect(failuresOf(outcomes).get(missing)?.code).toBe(
        'kafka-topic-not-found',
      );
      expect((await describeOne(name)).partitions).toBe(3);
    });
  });

  describe('deleting topics', () => {
    it('takes those that are there and names those that are not', async () => {
      const { name } = await create();
      const missing = nextName();
      const outcomes = await admin().deleteTopics([
        { name: missing },
        { name },
      ]);
      expect(failuresOf(outcomes).get(missing)?.code).toBe(
        'kafka-topic-not-found',
      );
      outcomeOf(outcomes, name);
      await isGone(name);
    });

    it('by id leaves another topic alone that has the name by now', async () => {
      const first = await create();
      allOf(await admin().deleteTopics([first]));
      await isGone(first.name);
      const second = await eventually(async () => {
        const again = await admin().createTopics([{ ...first }]);
        return outcomeOf(again, first.name);
      });
      await eventually(() => describeOne(first.name));
      expect(second.topicId).not.toBe(first.topicId);
      const outcomes = await admin().deleteTopics([first]);
      expect(failuresOf(outcomes).get(first.name)?.code).toBe(
        'kafka-topic-not-found',
      );
      expect((await describeOne(first.name)).topicId).toBe(second.topicId);
    });
  });
}
