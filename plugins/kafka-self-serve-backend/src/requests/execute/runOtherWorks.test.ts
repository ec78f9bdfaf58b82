// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import {
  type AclBinding,
  aclKey,
  type TopicSpec,
} from '@fairway/backstage-plugin-kafka-self-serve-common';
import type { StepResult } from '@fairway/requests-node';
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
const acl = (resourceName: string, principal = 'User:a'): AclBinding => ({
  resourceType: 'TOPIC',
  patternType: 'LITERAL',
  resourceName,
  principal,
  host: '*',
  operation: 'READ',
  permission: 'ALLOW',
});
const AVRO = (...fields: string[]) =>
  JSON.stringify({
    type: 'record',
    name: 'Order',
    fields: fields.map(name => ({ name, type: 'string' })),
  });

describeWithCluster('the works of a request beside topics', () => {
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
  const DONE = { status: 'done' };

  it('give and take access', async () => {
    const binding = acl('orders');
    const id = aclKey(binding);
    const give: Work = { ...base, id, action: 'acl.create', after: binding };
    const take: Work = { ...base, id, action: 'acl.delete', before: binding };
    const other = acl('orders', 'User:b');
    await opened.admin.createAcls([other]);
    expect(await run([give])).toEqual(DONE);
    expect(await opened.admin.listAcls()).toContainEqual(binding);
    expect(await run([take])).toEqual(DONE);
    expect(await opened.admin.listAcls()).toEqual([other]);
  });

  it('make, rotate and delete users, and set rates', async () => {
    const after = { user: 'kim', mechanism: 'SCRAM-SHA-512' as const };
    const works: Work[] = [
      { ...base, id: 'user.create:kim', action: 'user.create', after },
      {
        ...base,
        id: 'quota.set:kim',
        action: 'quota.set',
        after: { user: 'kim', producerByteRate: 1000 },
      },
      { ...base, id: 'user.rotate:kim', action: 'user.rotate', after },
    ];
    expect(await run(works.slice(0, 2))).toEqual(DONE);
    expect(await run(works.slice(2))).toEqual(DONE);
    expect(await opened.admin.listScramUsers()).toContainEqual(after);
    expect(await opened.admin.listQuotas({ user: 'kim' })).toEqual([
      { user: 'kim', producerByteRate: 1000 },
    ]);
    const remove: Work = {
      ...base,
      id: 'user.delete:kim',
      action: 'user.delete',
      before: after,
    };
    expect(await run([remove])).toEqual(DONE);
    expect(await run([remove])).toEqual(DONE);
    expect(await run(works.slice(2))).toMatchObject({ status: 'superseded' });
  });

  it('register what the registry takes, and fail with its words otherwise', async () => {
    const name = 'orders-value';
    const after = { name, format: 'AVRO' as const, schema: AVRO('id') };
    const first: Work = {
      ...base,
      id: 'subject.register',
      action: 'subject.register',
      after,
    };
    const level: Work = {
      ...base,
      id: 'subject.compatibility',
      action: 'subject.compatibility',
      subject: name,
      before: {},
      after: { compatibility: 'BACKWARD' },
    };
    expect(await run([first, level])).toEqual(DONE);
    expect(await run([first, level])).toEqual(DONE);
    const breaking: Work = {
      ...first,
      before: after,
      after: { ...after, schema: AVRO('id', 'name') },
    };
    expect(await run([breaking])).toMatchObject({
      status: 'failed',
      code: 'subject-incompatible',
      message: expect.stringContaining('BACKWARD'),
    });
    expect(await opened.registry.listVersions(name)).toEqual([1]);
  });

  it('move an empty group, keep its old places, and leave a moved one alone', async () => {
    await opened.admin.createTopics([spec('read', { partitions: 1 })]);
    await opened.messages.produce('read', ['a', 'b', 'c']);
    const at = async () =>
      outcomeOf(await opened.admin.listGroupOffsets(['g']), 'g');
    const to = (offset: string) =>
      opened.admin.alterGroupOffsets({
        groupId: 'g',
        offsets: [{ topic: 'read', partition: 0, offset }],
      });
    await to('1');
    const work = (after: string): Work => ({
      ...base,
      id: 'offsets.reset:g',
      action: 'offsets.reset',
      group: 'g',
      moves: [{ topic: 'read', partition: 0, before: '1', after }],
    });
    const runs = new Runs();
    expect(await run([work('end of the log')], { runs })).toEqual(DONE);
    expect(await at()).toEqual([
      { topic: 'read', partition: 0, committed: '3' },
    ]);
    expect(runs.earlier.offsets).toEqual([
      { topic: 'read', partition: 0, offset: '1' },
    ]);
    expect(await run([work('0')])).toMatchObject({
      status: 'superseded',
      message: 'the group g is at 3 in partition 0 of read',
    });
  });
});
