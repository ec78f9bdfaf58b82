// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { pia, useReading } from '../reading/__testUtils__/useReading';
import { describeWithCluster } from '../requests/__testUtils__/describeWithCluster';
import { createSync } from '../snapshot';
import { readAgain } from './readAgain';

jest.setTimeout(60_000);

describeWithCluster('a cluster that a person has read again', () => {
  const { world, reading } = useReading();

  it('is compared as well, and not only at the next scan', async () => {
    const { parts } = world();
    const sync = createSync(parts);
    const found = async () =>
      (await reading().drift({}, pia)).items.map(({ name }) => name);
    await sync.sync('dev');
    expect(await found()).toEqual([]);
    expect(await readAgain({ ...parts, sync }, 'dev')).toMatchObject({
      reachable: true,
    });
    expect(await found()).toEqual(['User:ledger']);
  });
});
