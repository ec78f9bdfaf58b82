// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { TestDatabases } from '@backstage/backend-test-utils';
import { aclsOfEnvironment } from '@fairway/backstage-plugin-kafka-self-serve-common';
import { topicOf, viewerOf } from '../__testUtils__/examples';
import { scan } from '../drift';
import { describeWithCluster } from '../requests/__testUtils__/describeWithCluster';
import { createSync } from '../snapshot';
import { openWorld, type World } from './__testUtils__/openWorld';
import { createReading } from './createReading';

jest.setTimeout(60_000);

const databases = TestDatabases.create({
  ids: ['SQLITE_3'],
  disableDocker: true,
});
const pia = viewerOf();
const stranger = viewerOf({
  userRef: 'user:default/gus',
  refs: ['user:default/gus'],
});
const code = (expected: string) => expect.objectContaining({ code: expected });
const at = (name: string) => ({ environment: 'dev', name });

describeWithCluster('reading a cluster', () => {
  let world: World;
  let reading: ReturnType<typeof createReading>;
  const sync = () => createSync(world.parts).sync('dev');

  beforeEach(async () => {
    world = await openWorld(databases);
    reading = createReading({
      ...world.parts,
      state: { load: () => Promise.reject(new Error('not asked for')) },
    });
    const { admin, messages } = world;
    await admin.createTopics([
      topicOf('orders.created', { configs: { 'retention.ms': '3600000' } }),
      topicOf('left.over', { partitions: 1 }),
    ]);
    await messages.produce('orders.created', ['one', 'two', 'three']);
    const reader = await messages.join({
      groupId: 'orders.mail',
      topic: 'orders.created',
      count: 1,
      protocol: 'classic',
    });
    await reader.leave();
    await admin.createAcls(
      aclsOfEnvironment({
        instances: await world.stores.applications.instances(),
        grants: [],
        now: '2026-11-23T02:00:00Z',
      }),
    );
    await admin.createAcls([
      {
        resourceType: 'TOPIC',
        patternType: 'LITERAL',
        resourceName: 'left.over',
        principal: 'User:ledger',
        host: '*',
        operation: 'WRITE',
        permission: 'ALLOW',
      },
    ]);
  });
  afterEach(() => world.close());

  it('lists what a sync has seen, with its age, owner and lag', async () => {
    expect(await sync()).toEqual({
      environment: 'dev',
      asOf: '2026-11-23T02:00:00.000Z',
      reachable: true,
    });
    const page = await reading.topics({ environment: ['dev'] }, pia);
    expect(page).toMatchObject({
      total: 2,
      snapshots: [{ environment: 'dev', reachable: true }],
      items: [
        { name: 'left.over', partitions: 1 },
        {
          name: 'orders.created',
          phase: 'ready',
          instance: 'orders@dev',
          ownerRef: 'group:default/orders',
          shown: { 'retention.ms': '3600000' },
        },
      ],
    });
    expect((await reading.groups({}, pia)).items).toMatchObject([
      {
        groupId: 'orders.mail',
        state: 'EMPTY',
        topics: ['orders.created'],
        lag: '2',
        application: 'orders',
      },
    ]);
  });

  it('shows a topic as the cluster has it now, and who may change it', async () => {
    await sync();
    await world.admin.alterTopicConfigs([
      { topic: 'orders.created', set: { 'cleanup.policy': 'compact' } },
    ]);
    const topic = await reading.topic(at('orders.created'), pia);
    expect(topic.live).toBe(true);
    expect(topic.configs).toContainEqual(
      expect.objectContaining({
        name: 'cleanup.policy',
        value: 'compact',
        source: 'override',
      }),
    );
    expect(topic.layout[0]).toMatchObject({ start: '0', end: '3' });
    expect(topic.groups).toMatchObject([{ groupId: 'orders.mail', lag: '2' }]);
    expect(topic.access.owners).toEqual(['User:orders']);
    expect(topic.actions.config).toEqual({ allowed: true });
    const seen = await reading.topic(at('orders.created'), stranger);
    expect(seen.actions.config).toMatchObject({
      allowed: false,
      because: expect.stringContaining('group:default/orders'),
    });
    expect(seen.actions['request-access']).toEqual({ allowed: true });
  });

  it('answers from the snapshot while the brokers are away, and keeps why', async () => {
    await sync();
    world.goAway();
    world.clock.now = new Date('2026-11-23T03:00:00.000Z');
    expect(await sync()).toMatchObject({
      asOf: '2026-11-23T02:00:00.000Z',
      reachable: false,
      message: expect.stringContaining('connection refused'),
    });
    const topic = await reading.topic(at('orders.created'), pia);
    expect(topic).toMatchObject({
      live: false,
      snapshot: { reachable: false },
      shown: { 'retention.ms': '3600000' },
    });
    expect((await world.stores.environments.get('dev'))?.status).toMatchObject({
      reachable: false,
      lastSync: '2026-11-23T02:00:00.000Z',
    });
  });

  it('takes no other cluster for the one that was set up', async () => {
    const environment = await world.stores.environments.get('dev');
    await world.stores.environments.update({
      ...environment!,
      clusterId: 'another',
    });
    expect(await sync()).toMatchObject({
      reachable: false,
      message: expect.stringContaining('"another"'),
    });
    expect((await reading.topics({}, pia)).total).toBe(0);
  });

  it('hides what is in an environment, or of an instance, that the viewer may not see', async () => {
    await sync();
    const elsewhere = viewerOf({ environments: ['prod'] });
    const without = viewerOf({ hiddenInstances: ['orders@dev'] });
    for (const viewer of [elsewhere, without]) {
      await expect(reading.topic(at('orders.created'), viewer)).rejects.toEqual(
        code('kafka-not-found'),
      );
      await expect(
        reading.group({ environment: 'dev', groupId: 'orders.mail' }, viewer),
      ).rejects.toEqual(code('kafka-not-found'));
    }
    const only = viewerOf({
      criteria: { not: { field: 'name', values: ['orders.created'] } },
    });
    await expect(reading.topic(at('orders.created'), only)).rejects.toEqual(
      code('kafka-not-found'),
    );
  });

  it('shows where a group stands, and where a reset would put it', async () => {
    await sync();
    const group = await reading.group(
      { environment: 'dev', groupId: 'orders.mail' },
      pia,
    );
    expect(group).toMatchObject({
      live: true,
      state: 'EMPTY',
      actions: { reset: { allowed: true } },
      history: [{ at: '2026-11-23T02:00:00.000Z', lag: '2' }],
    });
    expect(group.partitions).toContainEqual(
      expect.objectContaining({ partition: 0, committed: '1', lag: '2' }),
    );
    const preview = await reading.offsetPreview(
      {
        environment: 'dev',
        instance: 'orders@dev',
        group: 'orders.mail',
        strategy: { kind: 'shift', by: 100 },
        topics: [{ name: 'orders.created', partitions: [0] }],
      },
      pia,
    );
    expect(preview.moves).toEqual([
      {
        topic: 'orders.created',
        partition: 0,
        before: '1',
        after: '3',
        requested: '101',
        records: '2',
        lag: '0',
      },
    ]);
    expect(preview.problems.map(each => each.code)).toEqual(['offset-clamped']);
  });

  it('finds what was changed behind our back, and takes it for wanted when the owner says so', async () => {
    const { stores, admin } = world;
    await stores.topics.setDesired([
      {
        environment: 'dev',
        spec: topicOf('orders.created', {
          configs: { 'retention.ms': '3600000' },
        }),
      },
    ]);
    await sync();
    expect(await scan(world.parts, 'dev')).toMatchObject([
      { kind: 'acl-foreign', name: 'User:ledger', instance: 'ledger@dev' },
    ]);
    await admin.alterTopicConfigs([
      { topic: 'orders.created', set: { 'segment.bytes': '1048576' } },
    ]);
    await admin.createPartitions([{ topic: 'orders.created', partitions: 5 }]);
    const [found] = (await scan(world.parts, 'dev')).filter(
      ({ kind }) => kind === 'topic-changed',
    );
    expect(found).toMatchObject({
      name: 'orders.created',
      changes: [
        { path: 'topic orders.created / partitions', before: '3', after: '5' },
        {
          path: 'topic orders.created / configs.segment.bytes',
          after: '1048576',
        },
      ],
      repair: {
        payload: { operation: 'config', set: {}, remove: ['segment.bytes'] },
      },
    });
    // A later sync reads few configs, and forgets none of the others.
    await sync();
    expect((await stores.topics.get('dev', 'orders.created'))?.phase).toBe(
      'drifted',
    );
    await expect(
      reading.chooseDrift(found.id, { choice: 'adopt' }, stranger),
    ).rejects.toEqual(code('kafka-not-owner'));
    await reading.chooseDrift(found.id, { choice: 'adopt' }, pia);
    expect((await stores.topics.get('dev', 'orders.created'))?.phase).toBe(
      'ready',
    );
    expect((await scan(world.parts, 'dev')).map(({ kind }) => kind)).toEqual([
      'acl-foreign',
    ]);
  });

  it('keeps a choice to ignore until the difference is another', async () => {
    await sync();
    const [{ id }] = await scan(world.parts, 'dev');
    const owner = viewerOf({ refs: ['group:default/ledger'] });
    await reading.chooseDrift(id, { choice: 'ignore', comment: 'old' }, owner);
    await scan(world.parts, 'dev');
    expect((await reading.drift({}, pia)).items).toEqual([]);
    expect((await reading.drift({ ignored: true }, pia)).items).toMatchObject([
      { id, ignored: true, ownerRef: 'group:default/ledger' },
    ]);
  });

  it('suggests owners of what nobody owns, and takes topics over without touching the cluster', async () => {
    await sync();
    expect((await reading.orphans({}, pia)).items).toMatchObject([
      { type: 'TOPIC', name: 'left.over', principals: ['User:ledger'] },
    ]);
    const suggestions = await reading.importSuggestions(
      { environment: 'dev' },
      pia,
    );
    expect(suggestions.items).toEqual([
      {
        environment: 'dev',
        topic: 'left.over',
        owners: [
          {
            principal: 'User:ledger',
            instance: 'ledger@dev',
            reason: 'It alone may write',
          },
        ],
        grants: [],
      },
    ]);
    const before = await world.admin.listAcls();
    expect(
      await reading.import(
        {
          environment: 'dev',
          topics: [{ name: 'left.over' }, { name: 'orders.created' }],
        },
        pia,
      ),
    ).toMatchObject({
      imported: 1,
      problems: [{ code: 'import-topic-owned', value: 'orders.created' }],
    });
    expect(await world.admin.listAcls()).toEqual(before);
    expect(await reading.topic(at('left.over'), pia)).toMatchObject({
      instance: 'ledger@dev',
      phase: 'ready',
      desired: { partitions: 1 },
    });
    expect((await reading.orphans({}, pia)).items).toEqual([]);
  });

  it('makes entities of what somebody owns', async () => {
    await world.registry.register('orders.created-value', {
      format: 'AVRO',
      schema: '{"type":"string"}',
    });
    await sync();
    const { entities } = await reading.entities();
    expect(entities).toMatchObject([
      {
        kind: 'Resource',
        metadata: { name: 'kafka-dev-orders.created' },
        spec: { type: 'kafka-topic', owner: 'group:default/orders' },
      },
      {
        kind: 'API',
        spec: {
          type: 'avro',
          definition: '{"type":"string"}',
          dependsOn: ['resource:default/kafka-dev-orders.created'],
        },
      },
    ]);
  });
});
