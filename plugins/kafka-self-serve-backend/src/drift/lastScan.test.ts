// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { TestDatabases } from '@backstage/backend-test-utils';
import { openReading } from '../reading/__testUtils__/openReading';
import { describeWithCluster } from '../requests/__testUtils__/describeWithCluster';
import { createSync } from '../snapshot';
import { scan } from './scan';

jest.setTimeout(60_000);

describeWithCluster('when an environment was last compared', () => {
  const databases = TestDatabases.create({
    ids: ['SQLITE_3'],
    disableDocker: true,
  });

  it('is not known before its first scan, and is kept by what reads the cluster', async () => {
    const { world } = await openReading(databases);
    const { parts, stores } = world;
    const { sync } = createSync(parts);
    const status = async () =>
      (await stores.environments.get('dev'))?.status ?? {};
    try {
      await sync('dev');
      expect(await status()).toMatchObject({ reachable: true });
      expect(await status()).not.toHaveProperty('lastScan');
      await scan(parts, 'dev');
      expect(await status()).toMatchObject({
        reachable: true,
        lastScan: parts.clock().toISOString(),
        lastSync: expect.any(String),
      });
      const { lastScan } = (await status()) as { lastScan?: string };
      await sync('dev');
      expect(await status()).toMatchObject({ lastScan });
      expect(lastScan).toBeDefined();
    } finally {
      await world.close();
    }
  });
});
