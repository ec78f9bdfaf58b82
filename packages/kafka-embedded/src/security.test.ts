// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import {
  type Acl,
  AclOperations,
  type AclOperationValue,
  AclPermissionTypes,
  type Admin,
  ResourcePatternTypes,
  ResourceTypes,
} from '@platformatic/kafka';
import { EmbeddedCluster } from '.';
import { Clients, refusals, setPassword } from './__testUtils__/clients';
import { describeWithCluster } from './__testUtils__/describeWithCluster';

jest.setTimeout(60_000);

const ADMIN = { username: 'admin', password: 'admin-password' };
const ORDERS = { username: 'orders', password: 'orders-password' };

const cleanUp: (() => Promise<unknown>)[] = [];
let cluster: EmbeddedCluster;
let admin: Admin;

function clientsAs(user: ConstructorParameters<typeof Clients>[1]) {
  const clients = new Clients(cluster, user);
  cleanUp.push(() => clients.close());
  return clients;
}

beforeEach(async () => {
  cluster = await EmbeddedCluster.start({
    clusterId: 'secured',
    registry: false,
    superusers: [ADMIN],
    users: [ORDERS],
  });
  cleanUp.push(() => cluster.stop());
  admin = clientsAs(ADMIN).admin();
  await admin.createTopics({ topics: ['orders', 'payments'], partitions: 1 });
});
afterEach(async () => {
  for (const step of cleanUp.splice(0).reverse()) await step();
});

const allow = (
  operation: AclOperationValue,
  resource: Pick<Acl, 'resourceType' | 'resourceName'>,
): Acl => ({
  ...resource,
  resourcePatternType: ResourcePatternTypes.LITERAL,
  principal: 'User:orders',
  host: '*',
  operation,
  permissionType: AclPermissionTypes.ALLOW,
});
const TOPIC = { resourceType: ResourceTypes.TOPIC, resourceName: 'orders' };
const GROUP = { resourceType: ResourceTypes.GROUP, resourceName: 'billing' };
const WRITE = allow(AclOperations.WRITE, TOPIC);

describeWithCluster('signing in', () => {
  it('is demanded of everyone', async () => {
    await expect(clientsAs(undefined).admin().listTopics()).rejects.toThrow();
  });

  it('takes the right password only', async () => {
    const wrong = { ...ADMIN, password: 'wrong' };
    await expect(clientsAs(wrong).admin().listTopics()).rejects.toThrow();
    expect(await clientsAs(ADMIN).admin().listTopics()).toEqual(
      expect.arrayContaining(['orders', 'payments']),
    );
  });

  it('takes users who were made by the protocol, and their newest password', async () => {
    const user = { username: 'new', password: 'first' };
    await expect(clientsAs(user).admin().listTopics()).rejects.toThrow();

    await setPassword(admin, user);
    expect(await clientsAs(user).admin().listTopics()).toEqual([]);

    const rotated = { ...user, password: 'second' };
    await setPassword(admin, rotated);
    await expect(clientsAs(user).admin().listTopics()).rejects.toThrow();
    expect(await clientsAs(rotated).admin().listTopics()).toEqual([]);
  });

  it('takes several mechanisms', async () => {
    const other = await EmbeddedCluster.start({
      clusterId: 'mechanisms',
      brokers: 1,
      registry: false,
      superusers: [{ ...ADMIN, mechanism: 'SCRAM-SHA-256' }],
    });
    cleanUp.push(() => other.stop());
    const clients = new Clients(other, {
      ...ADMIN,
      mechanism: 'SCRAM-SHA-256',
    });
    cleanUp.push(() => clients.close());
    expect(await clients.admin().listTopics()).toEqual([]);
  });
});

describeWithCluster('ACLs', () => {
  it('are needed to produce, on that very topic', async () => {
    const orders = clientsAs(ORDERS);
    expect(await refusals(orders.produce('orders', ['a']))).toContain(
      'TOPIC_AUTHORIZATION_FAILED',
    );

    await admin.createAcls({ creations: [WRITE] });
    await orders.produce('orders', ['a']);
    expect(await refusals(orders.produce('payments', ['a']))).toContain(
      'TOPIC_AUTHORIZATION_FAILED',
    );

    await admin.deleteAcls({ filters: [WRITE] });
    expect(
      await refusals(clientsAs(ORDERS).produce('orders', ['b'])),
    ).toContain('TOPIC_AUTHORIZATION_FAILED');
  });

  it('are needed to consume, on the topic and on the group', async () => {
    await clientsAs(ADMIN).produce('orders', ['a']);
    const read = () =>
      clientsAs(ORDERS).consume('orders', { count: 1, groupId: 'billing' });

    await admin.createAcls({ creations: [allow(AclOperations.READ, TOPIC)] });
    expect(await refusals(read())).toContain('GROUP_AUTHORIZATION_FAILED');
    await admin.createAcls({ creations: [allow(AclOperations.READ, GROUP)] });
    expect(await read()).toEqual(['a']);
  });

  it('show only the topics that someone may see', async () => {
    await admin.createAcls({
      creations: [allow(AclOperations.DESCRIBE, TOPIC)],
    });
    expect(await clientsAs(ORDERS).admin().listTopics()).toEqual(['orders']);
  });

  it('are described as they were made', async () => {
    await admin.createAcls({ creations: [WRITE] });
    const described = await admin.describeAcls({
      filter: {
        ...WRITE,
        resourceType: ResourceTypes.ANY,
        resourceName: undefined,
        resourcePatternType: ResourcePatternTypes.ANY,
        host: undefined,
        operation: AclOperations.ANY,
        permissionType: AclPermissionTypes.ANY,
      },
    });
    expect(described).toMatchObject([
      {
        resourceName: 'orders',
        acls: [{ principal: 'User:orders', operation: AclOperations.WRITE }],
      },
    ]);
  });

  it('cannot be written by those who may not', async () => {
    await expect(
      clientsAs(ORDERS)
        .admin()
        .createAcls({ creations: [WRITE] }),
    ).rejects.toThrow();
  });
});
