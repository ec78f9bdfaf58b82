// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { describeWithCluster } from './__testUtils__/describeWithCluster';
import {
  answering,
  at,
  failing,
  ID,
  NOTE,
  OPTIONAL,
  useRegistry,
} from './__testUtils__/useRegistry';

const { call, order, register, subject } = useRegistry();

describeWithCluster('deletion', () => {
  it('is soft first, then for good', async () => {
    const { body } = await register(order(ID));
    expect(await call('DELETE', at(subject(), '?permanent=true'))).toEqual(
      failing(404, 40405),
    );
    expect(await call('DELETE', at(subject()))).toEqual(answering([1]));
    expect(await call('DELETE', at(subject()))).toEqual(failing(404, 40404));
    expect((await call('GET', '/subjects')).body).not.toContain(subject());
    expect((await call('GET', '/subjects?deleted=true')).body).toContain(
      subject(),
    );
    expect(await call('GET', `/schemas/ids/${body.id}`)).toMatchObject({
      status: 200,
    });

    expect(await call('DELETE', at(subject(), '?permanent=true'))).toEqual(
      answering([1]),
    );
    expect((await call('GET', '/subjects?deleted=true')).body).not.toContain(
      subject(),
    );
    expect(await call('GET', `/schemas/ids/${body.id}`)).toEqual(
      failing(404, 40403),
    );
  });

  it('takes single versions, and never gives a number twice', async () => {
    await register(order(ID));
    await register(order(ID, OPTIONAL));
    expect(
      await call('DELETE', at(subject(), '/versions/2?permanent=true')),
    ).toEqual(failing(404, 40407));
    expect(await call('DELETE', at(subject(), '/versions/latest'))).toEqual(
      answering(2),
    );
    expect(await call('DELETE', at(subject(), '/versions/2'))).toEqual(
      failing(404, 40406),
    );
    expect(await call('GET', at(subject(), '/versions'))).toEqual(
      answering([1]),
    );
    await register(order(ID, { ...OPTIONAL, name: 'other' }));
    expect(await call('GET', at(subject(), '/versions'))).toEqual(
      answering([1, 3]),
    );
    expect(
      await call('DELETE', at(subject(), '/versions/2?permanent=true')),
    ).toEqual(answering(2));
  });

  it('lets a subject come back', async () => {
    await register(order(ID));
    await call('DELETE', at(subject()));
    expect(await register(order(NOTE))).toMatchObject({ status: 200 });
    expect(await call('GET', at(subject(), '/versions'))).toEqual(
      answering([2]),
    );
  });
});
