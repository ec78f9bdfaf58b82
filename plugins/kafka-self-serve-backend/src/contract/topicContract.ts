// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

/* eslint-disable jest/no-export -- a suite to be called from the test file of each broker */
import { eventually } from './eventually';
import { CHUNK } from '../kafka/operations/chunks';
import { allOf, failuresOf, outcomeOf } from '../kafka/outcomes';
import type { ContractOptions, KafkaSubject } from './subject';
import { KEYS, topicFixture } from './topicFixture';

/** Hundreds of topics on a busy machine. */
const SHOWS_WITHIN_MS = 50_000;

/** The cluster, and topics as they are created, listed and described. */
export function topicContract(options: ContractOptions<KafkaSubject>) {
  const { admin, nextName, specOf, describeOne, create, listed, differs } =
    topicFixture(options);

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
      const specs = Array.from({ length: CHUNK + 1 }, () => specOf());
      // Names alone: a broker that is asked for every config over and over gets to nothing else.
      const isThere = async () => {
        const topics = await admin().listTopics();
        const names = new Set(topics.map(({ name }) => name));
        return specs.filter(({ name }) => names.has(name)).length;
      };
      const shows = (count: number) =>
        eventually(async () => expect(await isThere()).toBe(count), {
          withinMs: SHOWS_WITHIN_MS,
        });
      expect(failuresOf(await admin().createTopics(specs)).size).toBe(0);
      await shows(specs.length);
      const found = await listed();
      expect(specs.filter(({ name }) => !found.has(name))).toEqual([]);
      expect(allOf(await admin().deleteTopics(specs)).size).toBe(specs.length);
      await shows(0);
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
}
