// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { ConfigReader } from '@backstage/config';
import { environmentInput } from '../__testUtils__/examples';
import { readSelfServeConfig } from './readSelfServeConfig';

const read = (kafkaSelfServe: object, more: object = {}) =>
  readSelfServeConfig(new ConfigReader({ kafkaSelfServe, ...more } as never));
const ENVIRONMENT = environmentInput();

describe('readSelfServeConfig', () => {
  it('needs nothing', () => {
    expect(readSelfServeConfig(new ConfigReader({}))).toMatchObject({
      administrators: [],
      asksPolicy: false,
      environments: [],
      policies: [],
    });
  });

  it('asks the ownership policy where one is configured, unless told otherwise', () => {
    const ownership = { policy: { file: 'policy.yaml' } };
    expect(read({}, { ownership }).asksPolicy).toBe(true);
    expect(read({ authority: 'owners' }, { ownership }).asksPolicy).toBe(false);
    expect(read({ authority: 'policy' }).asksPolicy).toBe(true);
  });

  it('reads environments with their defaults, and how the worker works', () => {
    const settings = read({
      environments: [ENVIRONMENT],
      worker: { poll: '2s', stepLimit: '1m', retryPause: { seconds: 5 } },
      webhooks: [{ url: 'https://chat.example.com/x', events: ['failed'] }],
    });
    expect(settings.environments).toEqual([
      {
        ...ENVIRONMENT,
        defaults: { ...ENVIRONMENT.defaults, configs: {} },
        limits: {},
        policyRefs: [],
      },
    ]);
    expect(settings.webhooks).toEqual([
      { url: 'https://chat.example.com/x', events: ['failed'] },
    ]);
    expect(settings.worker).toMatchObject({
      pollMilliseconds: 2000,
      stepLimitMilliseconds: 60_000,
      retries: { firstPauseMilliseconds: 5000 },
    });
  });

  it.each([
    [{ authority: 'nobody' }, 'kafkaSelfServe.authority'],
    [{ webhooks: [{ url: 'ftp://x' }] }, 'kafkaSelfServe.webhooks[0].url'],
    [{ environments: {} }, 'kafkaSelfServe.environments'],
    [
      { environments: [{ ...ENVIRONMENT, password: 'x' }] },
      'kafkaSelfServe.environments[0]',
    ],
    [
      { environments: [{ ...ENVIRONMENT, order: -1 }] },
      'kafkaSelfServe.environments[0].order',
    ],
    [
      { policies: [{ name: 'a', constraints: [{ kind: 'x' }] }] },
      'kafkaSelfServe.policies[0].constraints.0',
    ],
  ])('refuses %j with the name of the key', (settings, key) => {
    expect(() => read(settings)).toThrow(
      expect.objectContaining({
        code: 'kafka-config-key-invalid',
        message: expect.stringContaining(`"${key}`),
      }),
    );
  });
});
