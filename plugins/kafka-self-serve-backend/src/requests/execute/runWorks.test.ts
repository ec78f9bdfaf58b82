// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { type TopicSpec } from '@fairway/backstage-plugin-kafka-self-serve-common';
import type { StepResult } from '@fairway/requests-node';
import { kafkaError } from '../../errors';
import { outcomeOf } from '../../kafka/outcomes';
import { describeWithCluster } from '../__testUtils__/describeWithCluster';
import { type OpenCluster, openCluster } from '../__testUtils__/openCluster';
import { Runs } from '../__testUtils__/stepContext';
import { runWorks } from './runWorks';
import type { Work } from './types';

jest.setTimeout(60_000);

const base = { title: 'It', irreversible: false };
const spec = (name: string, more: Partial<TopicSpec> = {}): TopicSpec => ({
  name,
  partitions: 2,
  replicationFactor: 1,
  configs: { 'retention.ms': '60000' },
  ...more,
});
const create = (name: string, more?: Partial<TopicSpec>): Work => ({
  ...base,
  id: `topic.create:${name}`,
  action: 'topic.create',
  after: spec(name, more),
});

describeWithCluster('the works of a request', () => {
  let opened: OpenCluster;
  beforeAll(async () => {
    opened = await openCluster();
  });
  afterAll(() => opened?.close());

  const changed = async (found: string): Promise<StepResult> => ({
    status: 'superseded',
    message: found,
  });
  const run = (
    works: Work[],
    options: { runs?: Runs; topicIds?: Record<string, string> } = {},
  ) => {
    const { runs = new Runs(), topicIds = {} } = options;
    return runWorks(runs.next(), {
      cluster: opened,
      works,
      topicIds,
      changed,
    });
  };
  const topic = async (name: string) =>
    outcomeOf(await opened.admin.describeTopics([name]), name);
  const DONE = { status: 'done' };

  it('create topics, and again nothing', async () => {
    const runs = new Runs();
    const works = [create('made'), create('made-too', { partitions: 5 })];
    expect(await run(works, { runs })).toEqual(DONE);
    expect(await topic('made')).toMatchObject(spec('made'));
    expect((await topic('made-too')).partitions).toBe(5);
    const { topicId } = await topic('made');
    expect(await run(works, { runs })).toEqual(DONE);
    expect((await topic('made')).topicId).toBe(topicId);
    expect(runs.logged).toEqual(['It', 'It']);
  });

  it('do not take a topic that somebody else made for theirs', async () => {
    await opened.admin.createTopics([spec('foreign')]);
    expect(await run([create('foreign')])).toMatchObject({
      status: 'superseded',
      message: expect.stringContaining('came to be meanwhile'),
    });
  });

  it('go on after a death right before and right after the write', async () => {
    const runs = new Runs({
      onKeep: () => {
        throw new Error('killed');
      },
    });
    await expect(run([create('killed')], { runs })).rejects.toThrow('killed');
    await expect(topic('killed')).rejects.toThrow('no topic');
    const again = new Runs();
    again.earlier = runs.earlier;
    await opened.admin.createTopics([spec('killed')]);
    expect(await run([create('killed')], { runs: again })).toEqual(DONE);
  });

  it('raise partitions, and never lower them', async () => {
    await opened.admin.createTopics([spec('wide', { partitions: 4 })]);
    const { topicId } = await topic('wide');
    const to = (before: number, after: number): Work => ({
      ...base,
      id: 'topic.partitions:wide',
      action: 'topic.partitions',
      topic: 'wide',
      before: { partitions: before },
      after: { partitions: after },
    });
    const topicIds = { wide: topicId! };
    expect(await run([to(4, 2)], { topicIds })).toMatchObject({
      status: 'superseded',
    });
    expect(await run([to(3, 6)], { topicIds })).toMatchObject({
      status: 'superseded',
      message: 'the topic wide has 4 partitions',
    });
    expect(await run([to(4, 6)], { topicIds })).toEqual(DONE);
    expect((await topic('wide')).partitions).toBe(6);
  });

  it('change the configs that they name and leave the others', async () => {
    const configs = { 'retention.ms': '60000', 'max.message.bytes': '1000' };
    await opened.admin.createTopics([spec('tuned', { configs })]);
    const work: Work = {
      ...base,
      id: 'topic.configs:tuned',
      action: 'topic.configs',
      topic: 'tuned',
      before: { 'retention.ms': '60000' },
      after: { 'cleanup.policy': 'compact' },
    };
    expect(await run([work])).toEqual(DONE);
    expect((await topic('tuned')).configs).toEqual({
      'max.message.bytes': '1000',
      'cleanup.policy': 'compact',
    });
    await opened.admin.alterTopicConfigs([
      { topic: 'tuned', set: { 'retention.ms': '7' } },
    ]);
    expect(await run([work])).toMatchObject({
      status: 'superseded',
      message: expect.stringContaining('retention.ms=7'),
    });
  });

  it('delete the very topic, and not one that took its name', async () => {
    await opened.admin.createTopics([spec('old')]);
    const { topicId } = await topic('old');
    const work: Work = {
      ...base,
      id: 'topic.delete:old',
      action: 'topic.delete',
      before: spec('old'),
    };
    const topicIds = { old: topicId! };
    expect(await run([work], { topicIds })).toEqual(DONE);
    await expect(topic('old')).rejects.toThrow('no topic');
    await opened.admin.createTopics([spec('old')]);
    expect(await run([work], { topicIds })).toMatchObject({
      status: 'superseded',
    });
    expect((await topic('old')).topicId).not.toBe(topicId);
  });

  it('find out by looking what became of a write whose answer was lost', async () => {
    const { admin } = opened;
    const lost = kafkaError('kafka-answer-lost', {
      cluster: 'dev',
      request: 'creating topics',
      reason: 'the connection broke',
    });
    let calls = 0;
    const deaf = Object.assign(Object.create(admin), {
      describeTopics: (names: string[]) => admin.describeTopics(names),
      createTopics: async (topics: TopicSpec[]) => {
        calls += 1;
        await admin.createTopics(topics);
        throw lost;
      },
    });
    const runs = new Runs();
    const go = () =>
      runWorks(runs.next(), {
        cluster: { environment: 'dev', admin: deaf },
        works: [create('unheard')],
        topicIds: {},
        changed,
      });
    const waiting = await go();
    expect(waiting).toMatchObject({
      status: 'waiting',
      waitingFor: expect.stringContaining('the connection broke'),
    });
    expect(waiting).not.toHaveProperty('untouched');
    expect(await go()).toEqual(DONE);
    expect(calls).toBe(1);
  });

  it('wait for a cluster that is away, say why, and do it when it is back', async () => {
    const away = await openCluster('away');
    const runs = new Runs();
    const go = () =>
      runWorks(runs.next(), {
        cluster: away,
        works: [create('later')],
        topicIds: {},
        changed,
      });
    try {
      await away.cluster.stop();
      expect(await go()).toMatchObject({
        status: 'waiting',
        until: new Date('2026-06-01T10:00:05Z'),
        waitingFor: expect.stringContaining('cannot be reached'),
        untouched: true,
      });
      await away.cluster.restart();
      expect(await go()).toEqual(DONE);
    } finally {
      await away.close();
    }
  });
});
