// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { mockCredentials } from '@backstage/backend-test-utils';
import { ConfigReader } from '@backstage/config';
import { parse } from 'yaml';
import { newTask, selfServiceOf, type Task } from '../__testUtils__/runAction';
import { createWorld, type World } from '../__testUtils__/world';
import { createRequestDispatchAction } from './createRequestDispatchAction';
import { examples } from './createRequestDispatchAction.examples';

jest.setTimeout(60_000);

let world: World;
let task: Task;
let action: ReturnType<typeof createRequestDispatchAction>;

beforeAll(async () => {
  world = await createWorld();
  action = createRequestDispatchAction({
    selfService: selfServiceOf(world),
    config: new ConfigReader({ app: { baseUrl: 'http://portal.test/' } }),
  });
});
afterAll(() => world.remove());
beforeEach(async () => {
  task = await newTask();
});
afterEach(() => task.remove());

const INPUT = {
  receiver: 'redeploy',
  environment: 'dev',
  service: 'payments-api',
  values: { tag: '2.15.0' },
};

const requestOf = async (id: string) => {
  const { body } = await world.post('pia', 'self-service/requests/preview', {
    kind: 'dispatch',
    payload: INPUT,
    requestId: id,
  });
  return body;
};

describe('request:dispatch', () => {
  it('ends with a draft that says what is told to whom', async () => {
    const output = await task.run(action, INPUT);
    expect(output).toEqual({
      action: 'created',
      requestId: expect.any(String),
      requestUrl: `http://portal.test/self-service/requests/${output.requestId}`,
      diff: '# jobs.acme.invalid (POST)\n# run in dev/payments-api\n+ tag: 2.15.0\n',
      reviewers: ['group:default/platform'],
    });
    expect(await requestOf(output.requestId)).not.toHaveProperty('error');
    // Again, as after a restart of the scaffolder.
    expect(await task.run(action, INPUT)).toEqual(output);
  });

  it('writes nothing in a dry run, and is refused where it would be', async () => {
    const output = await task.run(action, INPUT, { isDryRun: true });
    expect(output).toEqual({ diff: expect.stringContaining('+ tag: 2.15.0') });
    for (const isDryRun of [true, false]) {
      await expect(
        task.run(action, INPUT, { as: 'nia', isDryRun }),
      ).rejects.toMatchObject({ code: 'policy-denied' });
      await expect(
        task.run(action, { ...INPUT, receiver: 'other' }, { isDryRun }),
      ).rejects.toMatchObject({ code: 'dispatch-receiver-unknown' });
    }
  });

  it('is for people', async () => {
    const credentials = mockCredentials.service('plugin:other');
    await expect(
      task.run(action, INPUT, { credentials }),
    ).rejects.toMatchObject({ code: 'user-required' });
  });

  it.each(examples.map(each => [each.description, each.example]))(
    'does as its example says: %s',
    async (_, example) => {
      const [{ input }] = parse(example).steps;
      const output = await task.run(action, input);
      expect(output.action).toBe('created');
      expect(output.diff).toContain('dev/payments-api');
    },
  );
});
