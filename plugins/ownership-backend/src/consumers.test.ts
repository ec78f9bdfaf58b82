// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { createBackendPlugin } from '@backstage/backend-plugin-api';
import { OwnershipClient } from '@fairway/backstage-plugin-ownership-common';
import {
  type OwnershipService,
  ownershipServiceRef,
} from '@fairway/backstage-plugin-ownership-node';
import { policyFolder } from './__testUtils__/policyFiles';
import { HEADERS, startOwnership } from './__testUtils__/startOwnership';

const DEPLOY = {
  userEntityRef: 'user:default/pia',
  target: {
    action: 'service.deploy',
    service: 'payments-api',
    environment: 'dev',
  },
};

describe('who uses the ownership backend', () => {
  const files = policyFolder();

  async function start(ownership?: { policy: { file: string } }) {
    let service: OwnershipService | undefined;
    const consumer = createBackendPlugin({
      pluginId: 'consumer',
      register(env) {
        env.registerInit({
          deps: { ownership: ownershipServiceRef },
          async init(deps) {
            service = deps.ownership;
          },
        });
      },
    });
    const started = await startOwnership({ ownership, features: [consumer] });
    if (!service) {
      throw new Error('The consumer was not started');
    }
    return { ...started, service };
  }

  it('another plugin decides in process with the policy of the backend', async () => {
    const { service } = await start({
      policy: { file: files.file },
    });

    await expect(service.decide(DEPLOY)).resolves.toMatchObject({
      decision: 'allow',
      by: 'owners-nonprod',
    });
    await expect(
      service.decide({
        ...DEPLOY,
        target: { ...DEPLOY.target, service: 'networking' },
      }),
    ).resolves.toMatchObject({
      decision: 'deny',
      by: 'guard:restricted:networking',
    });
  });

  it('another plugin starts without a policy, and is refused', async () => {
    const { service } = await start();

    await expect(service.decide(DEPLOY)).rejects.toMatchObject({
      name: 'ServiceUnavailableError',
      code: 'ownership-policy-unavailable',
      message: expect.stringContaining('"ownership.policy.file"'),
    });
  });

  it('a frontend asks through the client and gets code and message of a refusal', async () => {
    const { server } = await start({
      policy: { file: files.file },
    });
    const client = new OwnershipClient({
      discoveryApi: {
        getBaseUrl: async pluginId =>
          `http://localhost:${server.port()}/api/${pluginId}`,
      },
      fetchApi: {
        fetch: (input, init) =>
          fetch(input, {
            ...init,
            headers: { authorization: HEADERS.user },
          }),
      },
    });

    const { targets } = await client.myTargets({
      action: 'service.deploy',
      service: 'payments-api',
      request: { changeTicket: 'CHG 1&2' },
    });
    expect(targets.map(({ decision }) => decision)).toEqual(['allow', 'allow']);
    await expect(client.policyStatus()).resolves.toMatchObject({
      state: 'current',
      source: 'policy.yaml',
    });
    await expect(
      client.myTargets({ action: 'service.deplyo' }),
    ).rejects.toMatchObject({
      statusCode: 400,
      cause: {
        code: 'ownership-action-unknown',
        message: expect.stringContaining('"service.deploy"'),
      },
    });
  });
});
