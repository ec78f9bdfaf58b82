// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { topicOf, viewerOf } from '../__testUtils__/examples';
import { scan } from '../drift';
import { describeWithCluster } from '../requests/__testUtils__/describeWithCluster';
import {
  at,
  code,
  pia,
  stranger,
  useReading,
} from './__testUtils__/useReading';

jest.setTimeout(60_000);

describeWithCluster(
  'what differs from what is wanted, and what is nobody’s',
  () => {
    const { world, reading, sync } = useReading();

    it('finds what was changed behind our back, and takes it for wanted when the owner says so', async () => {
      const { stores, admin } = world();
      await stores.topics.setDesired([
        {
          environment: 'dev',
          spec: topicOf('orders.created', {
            configs: { 'retention.ms': '3600000' },
          }),
        },
      ]);
      await sync();
      expect(await scan(world().parts, 'dev')).toMatchObject([
        { kind: 'acl-foreign', name: 'User:ledger', instance: 'ledger@dev' },
      ]);
      await admin.alterTopicConfigs([
        { topic: 'orders.created', set: { 'segment.bytes': '1048576' } },
      ]);
      await admin.createPartitions([
        { topic: 'orders.created', partitions: 5 },
      ]);
      const [found] = (await scan(world().parts, 'dev')).filter(
        ({ kind }) => kind === 'topic-changed',
      );
      expect(found).toMatchObject({
        name: 'orders.created',
        changes: [
          {
            path: 'topic orders.created / partitions',
            before: '3',
            after: '5',
          },
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
        reading().chooseDrift(found.id, { choice: 'adopt' }, stranger),
      ).rejects.toEqual(code('kafka-not-owner'));
      await reading().chooseDrift(found.id, { choice: 'adopt' }, pia);
      expect((await stores.topics.get('dev', 'orders.created'))?.phase).toBe(
        'ready',
      );
      expect(
        (await scan(world().parts, 'dev')).map(({ kind }) => kind),
      ).toEqual(['acl-foreign']);
    });

    it('keeps a choice to ignore until the difference is another', async () => {
      await sync();
      const [{ id }] = await scan(world().parts, 'dev');
      const owner = viewerOf({ refs: ['group:default/ledger'] });
      await reading().chooseDrift(
        id,
        { choice: 'ignore', comment: 'old' },
        owner,
      );
      await scan(world().parts, 'dev');
      expect((await reading().drift({}, pia)).items).toEqual([]);
      expect(
        (await reading().drift({ ignored: true }, pia)).items,
      ).toMatchObject([
        { id, ignored: true, ownerRef: 'group:default/ledger' },
      ]);
    });

    it('suggests owners of what nobody owns, and takes topics over without touching the cluster', async () => {
      await sync();
      expect((await reading().orphans({}, pia)).items).toMatchObject([
        { type: 'TOPIC', name: 'left.over', principals: ['User:ledger'] },
      ]);
      const suggestions = await reading().importSuggestions(
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
      const before = await world().admin.listAcls();
      expect(
        await reading().import(
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
      expect(await world().admin.listAcls()).toEqual(before);
      expect(await reading().topic(at('left.over'), pia)).toMatchObject({
        instance: 'ledger@dev',
        phase: 'ready',
        desired: { partitions: 1 },
      });
      expect((await reading().orphans({}, pia)).items).toEqual([]);
    });
  },
);
