// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

// The same requests on Apache Kafka: what it shows late, what it calls by other words, and whether a shown password lets in.
import { TestDatabases } from '@backstage/backend-test-utils';
import type { AclBinding } from '@fairway/backstage-plugin-kafka-self-serve-common';
import { Failpoints } from '@fairway/requests-node';
import { viewerOf } from '../__testUtils__/examples';
import { Secret } from '../config/Secret';
import {
  DEFAULT_CONNECT_TIMEOUT,
  DEFAULT_REQUEST_TIMEOUT,
  type KafkaConnection,
} from '../config/types';
import { Messages } from '../contract/Messages';
import { eventually } from '../contract/eventually';
import { outcomeOf } from '../kafka/outcomes';
import { PlatformaticKafkaAdmin } from '../kafka/PlatformaticKafkaAdmin';
import {
  askForAccess,
  GIVEN,
  NOT_GIVEN,
  readOf,
} from './__testUtils__/takenAway';
import { World } from './__testUtils__/World';
import { createPasswordDesk } from './passwordDesk';

jest.setTimeout(120_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3'] });

/** Set by whoever has started the brokers (README). */
const environment = (name: string) =>
  process.env[`FAIRWAY_TEST_KAFKA_${name}`] ?? '';
const describeWith = (variable: string) =>
  environment(variable) ? describe : describe.skip;
const connectionTo = (variable: string): KafkaConnection => ({
  name: 'apache',
  bootstrapServers: environment(variable).split(','),
  connectTimeout: DEFAULT_CONNECT_TIMEOUT,
  requestTimeout: DEFAULT_REQUEST_TIMEOUT,
});
const DONE = { decision: 'approved', execution: 'succeeded' };

async function openWorld(
  connection: KafkaConnection,
  options?: { failpoints: Failpoints },
) {
  const admin = PlatformaticKafkaAdmin.create({ connection });
  const knex = await databases.init('SQLITE_3');
  const opened = { environment: 'dev', admin };
  const world = await World.create(knex, opened, options);
  return { admin, world };
}

describeWith('SASL_BOOTSTRAP')(
  'requests on Apache Kafka with access control',
  () => {
    const password = Secret.create(environment('SASL_PASSWORD'));
    const signedIn = (username: string, secret = password) => ({
      ...connectionTo('SASL_BOOTSTRAP'),
      sasl: { mechanism: 'SCRAM-SHA-512' as const, username, password: secret },
    });
    let opened: Awaited<ReturnType<typeof openWorld>>;
    beforeAll(async () => {
      opened = await openWorld(signedIn(environment('SASL_USERNAME')));
    });
    afterAll(async () => {
      const { admin } = opened;
      for (const principal of ['User:orders', 'User:payments']) {
        await admin.deleteAcls(await admin.listAcls({ principal }));
      }
      await admin.close();
    });

    it('make a topic, change it, let its owner write, and delete it', async () => {
      const { admin, world } = opened;
      const name = `orders.t${process.pid}`;
      const payload = {
        operation: 'create',
        instance: 'orders@dev',
        name,
        replicationFactor: 3,
        configs: { 'retention.ms': '60000', 'min.insync.replicas': '2' },
      };
      expect(await world.done('kafka.topic', payload)).toMatchObject(DONE);
      const items = [
        { operation: 'partitions', name, partitions: 6 },
        {
          operation: 'config',
          name,
          set: { 'max.message.bytes': '2000' },
          remove: ['retention.ms'],
        },
      ].map(each => ({ kind: 'kafka.topic', payload: each }));
      expect(await world.done('kafka.bundle', { items })).toMatchObject(DONE);
      const topic = outcomeOf(await admin.describeTopics([name]), name);
      expect(topic.partitions).toBe(6);
      expect(topic.configs).toEqual({
        'max.message.bytes': '2000',
        'min.insync.replicas': '2',
      });

      const credential = {
        operation: 'create',
        instance: 'orders@dev',
        username: 'orders',
      };
      const made = await world.done('kafka.credential', credential);
      expect(made).toMatchObject(DONE);
      const otto = viewerOf({
        userRef: 'user:default/otto',
        refs: ['user:default/otto', 'group:default/orders'],
      });
      const shown = await createPasswordDesk(world.parts).take(made.id, otto);
      const owner = signedIn('orders', Secret.create(shown.password));
      // Brokers learn of a password one after the other.
      await eventually(() => new Messages(owner).produce(name, ['a']));
      expect(
        await world.done('kafka.credential', {
          ...credential,
          operation: 'revoke',
        }),
      ).toMatchObject(DONE);

      const remove = { operation: 'delete', name, typedName: name };
      expect(await world.done('kafka.topic', remove)).toMatchObject(DONE);
      await eventually(async () => {
        const outcomes = await admin.describeTopics([name]);
        expect(outcomes.get(name)?.succeeded).toBe(false);
      });
    });

    it('do not call access given that somebody took away in the middle', async () => {
      const { admin } = opened;
      const name = `orders.taken${process.pid}`;
      const read = readOf(name);
      const failpoints = Failpoints.of(async at => {
        if (at !== GIVEN) return;
        await admin.deleteAcls([read]);
        await eventually(() => isGoneEverywhere(read));
      });
      const { world, admin: own } = await openWorld(
        signedIn(environment('SASL_USERNAME')),
        { failpoints },
      );
      try {
        const payload = { operation: 'create', instance: 'orders@dev', name };
        expect(await world.done('kafka.topic', payload)).toMatchObject(DONE);
        expect(await askForAccess(world, name)).toEqual(NOT_GIVEN);
      } finally {
        await admin.deleteTopics([{ name }]);
        await own.close();
      }
    });

    /** Brokers learn of it one after the other. */
    async function isGoneEverywhere(acl: AclBinding) {
      for (const server of environment('SASL_BOOTSTRAP').split(',')) {
        const each = PlatformaticKafkaAdmin.create({
          connection: {
            ...signedIn(environment('SASL_USERNAME')),
            bootstrapServers: [server],
          },
        });
        const left = await each.listAcls(acl).finally(() => each.close());
        expect(left).toEqual([]);
      }
    }

    it('report what the brokers refuse', async () => {
      const { world } = opened;
      await expect(
        world.preview('kafka.topic', {
          operation: 'create',
          instance: 'orders@dev',
          name: 'orders.refused',
          replicationFactor: 4,
        }),
      ).rejects.toMatchObject({ code: 'replication-factor-above-brokers' });
    });
  },
);

describeWith('BOOTSTRAP')('requests on Apache Kafka without ACLs', () => {
  let opened: Awaited<ReturnType<typeof openWorld>>;
  beforeAll(async () => {
    opened = await openWorld(connectionTo('BOOTSTRAP'));
  });
  afterAll(() => opened.admin.close());

  it('give no access, say so, and do the rest', async () => {
    const { world } = opened;
    const name = `orders.t${process.pid}`;
    const payload = { operation: 'create', instance: 'orders@dev', name };
    const request = await world.done('kafka.topic', payload);
    expect(request).toMatchObject(DONE);
    expect(request.checks).toContainEqual(
      expect.objectContaining({ name: 'Access control', state: 'warning' }),
    );
    const remove = { operation: 'delete', name, typedName: name };
    expect(await world.done('kafka.topic', remove)).toMatchObject(DONE);
  });
});
