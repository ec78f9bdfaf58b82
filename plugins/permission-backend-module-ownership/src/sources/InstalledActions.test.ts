// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { mockServices } from '@backstage/backend-test-utils';
import { eventually } from '../__testUtils__/eventually';
import { type AskingLimits, InstalledActions } from './InstalledActions';

const LIMITS: AskingLimits = {
  refreshAfter: 3_600_000,
  wait: 20_000,
  pauses: [1, 1],
};

/** A scaffolder over HTTP that answers each call as the test says. */
let server: Server;
let calls: ServerResponse[];
let answer: (response: ServerResponse) => void;

const list =
  (...ids: string[]) =>
  (response: ServerResponse) =>
    response
      .setHeader('content-type', 'application/json')
      .end(JSON.stringify(ids.map(id => ({ id }))));
const away = (response: ServerResponse) => {
  response.statusCode = 503;
  response.end();
};
/** Too busy to answer. */
const silent = () => {};

beforeEach(async () => {
  calls = [];
  server = createServer((_, response) => {
    calls.push(response);
    answer(response);
  });
  await new Promise<void>(resolve => {
    server.listen(0, '127.0.0.1', resolve);
  });
});

afterEach(async () => {
  server.closeAllConnections();
  await new Promise(resolve => {
    server.close(resolve);
  });
});

function installed(limits: Partial<AskingLimits> = {}) {
  const { port } = server.address() as AddressInfo;
  const logger = mockServices.logger.mock();
  const actions = InstalledActions.create({
    auth: mockServices.auth(),
    discovery: mockServices.discovery.mock({
      getBaseUrl: async () => `http://127.0.0.1:${port}`,
    }),
    logger,
    limits: { ...LIMITS, ...limits },
  });
  return { actions, logger };
}

describe('InstalledActions', () => {
  it('asks once more where the scaffolder is away for a moment', async () => {
    answer = response =>
      [away, away, list('acme:deploy')][calls.length - 1](response);
    const { actions } = installed();

    expect([...(await actions.ids())]).toEqual(['acme:deploy']);
    expect(calls).toHaveLength(3);
  });

  it('asks once for all who wait for the first list', async () => {
    answer = list('acme:deploy');
    const { actions } = installed();

    const lists = await Promise.all([1, 2, 3].map(() => actions.ids()));
    expect(lists.map(ids => ids.size)).toEqual([1, 1, 1]);
    expect(calls).toHaveLength(1);
    await actions.ids();
    expect(calls).toHaveLength(1);
  });

  it('answers nothing without a list, after no more than its tries', async () => {
    answer = away;
    const { actions } = installed();

    await expect(actions.ids()).rejects.toMatchObject({
      code: 'ownership-actions-unavailable',
    });
    expect(calls).toHaveLength(3);

    answer = list('acme:deploy');
    expect((await actions.ids()).size).toBe(1);
  });

  it('waits for one that is busy, no longer than it may, and does not make it busier', async () => {
    answer = silent;
    const { actions } = installed({ wait: 200 });

    await expect(actions.ids()).rejects.toMatchObject({
      code: 'ownership-actions-unavailable',
    });
    expect(calls).toHaveLength(1);
  });

  it('answers with an older list at once while it asks for a newer one', async () => {
    answer = list('acme:deploy');
    const { actions } = installed({ refreshAfter: 0 });
    await actions.ids();

    answer = silent;
    expect([...(await actions.ids())]).toEqual(['acme:deploy']);
    await eventually(
      async () => calls.length,
      count => count === 2,
    );
    list('acme:deploy', 'acme:other')(calls[1]);
    await eventually(
      () => actions.ids(),
      ids => ids.has('acme:other'),
    );
  });

  it('keeps the older list where the scaffolder stays away, and says so', async () => {
    answer = list('acme:deploy');
    const { actions, logger } = installed({ refreshAfter: 0 });
    await actions.ids();

    answer = away;
    await actions.ids();
    await eventually(
      async () => logger.warn.mock.calls.length,
      count => count === 1,
    );
    expect([...(await actions.ids())]).toEqual(['acme:deploy']);
  });
});
