// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { OwnershipClient } from './client';

// Against the real backend the client is tested in ownership-backend.
function clientOf(answer: { status: number; body: unknown }) {
  const seen: string[] = [];
  const client = new OwnershipClient({
    discoveryApi: { getBaseUrl: async id => `http://portal.test/api/${id}` },
    fetchApi: {
      fetch: async input => {
        seen.push(String(input));
        return new Response(JSON.stringify(answer.body), {
          status: answer.status,
          headers: { 'content-type': 'application/json' },
        });
      },
    },
  });
  return { client, seen };
}

describe('OwnershipClient', () => {
  it('asks for the targets of an action, with encoded values', async () => {
    const body = { revision: 'r1', action: 'service.deploy', targets: [] };
    const { client, seen } = clientOf({ status: 200, body });

    await expect(
      client.myTargets({
        action: 'service.deploy',
        service: 'a&b',
        request: { changeTicket: 'CHG 1=2' },
      }),
    ).resolves.toEqual(body);
    await client.myTargets({ action: 'service.plan' });

    expect(seen).toEqual([
      'http://portal.test/api/ownership/me/targets?action=service.deploy&service=a%26b&request.changeTicket=CHG+1%3D2',
      'http://portal.test/api/ownership/me/targets?action=service.plan',
    ]);
  });

  it('asks for the status of the policy', async () => {
    const body = { state: 'missing', checkedAt: '2026-06-01', problems: [] };
    const { client, seen } = clientOf({ status: 200, body });

    await expect(client.policyStatus()).resolves.toEqual(body);
    expect(seen).toEqual(['http://portal.test/api/ownership/policy/status']);
  });

  it('rethrows a refusal with its status, code and message', async () => {
    const { client } = clientOf({
      status: 503,
      body: {
        error: {
          name: 'ServiceUnavailableError',
          code: 'OWNERSHIP_POLICY_UNAVAILABLE',
          message: 'No ownership policy could be read',
        },
        response: { statusCode: 503 },
      },
    });

    await expect(
      client.myTargets({ action: 'service.deploy' }),
    ).rejects.toMatchObject({
      name: 'ResponseError',
      statusCode: 503,
      cause: {
        name: 'ServiceUnavailableError',
        code: 'OWNERSHIP_POLICY_UNAVAILABLE',
        message: 'No ownership policy could be read',
      },
    });
  });
});
