// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { OwnershipClient } from './client';

// Against the real backend the client is tested in ownership-backend.
function clientOf(answer: { status: number; body: unknown }) {
  const seen: string[] = [];
  const sent: { method?: string; body?: unknown }[] = [];
  const client = new OwnershipClient({
    discoveryApi: { getBaseUrl: async id => `http://portal.test/api/${id}` },
    fetchApi: {
      fetch: async (input, init) => {
        seen.push(String(input));
        if (init?.body) sent.push({ method: init.method, body: init.body });
        return new Response(JSON.stringify(answer.body), {
          status: answer.status,
          headers: { 'content-type': 'application/json' },
        });
      },
    },
  });
  return { client, seen, sent };
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

  it('asks who can, with every store and attribute of its own', async () => {
    const { client, seen } = clientOf({ status: 200, body: { teams: [] } });

    await client.whoCan({
      action: 'store.change',
      environment: 'prod',
      stores: ['kafka-prod', 'pg-payments'],
      request: { changeTicket: 'CHG-1' },
    });
    await client.matrix();
    await client.matrix({ team: 'payments', limit: 10 });
    expect(seen).toEqual([
      'http://portal.test/api/ownership/who-can?action=store.change&environment=prod&store=kafka-prod&store=pg-payments&request.changeTicket=CHG-1',
      'http://portal.test/api/ownership/matrix',
      'http://portal.test/api/ownership/matrix?team=payments&limit=10',
    ]);
  });

  it('sends bodies as JSON, and ids that cannot leave their place', async () => {
    const { client, seen, sent } = clientOf({ status: 200, body: {} });

    const body = { target: { action: 'service.deploy' } };
    await client.explain(body);
    await client.approveBreakGlass({ id: '../policy' });
    expect(seen).toEqual([
      'http://portal.test/api/ownership/explain',
      'http://portal.test/api/ownership/break-glass/..%2Fpolicy/approve',
    ]);
    expect(sent).toEqual([
      { method: 'POST', body: JSON.stringify(body) },
      { method: 'POST', body: '{}' },
    ]);
  });

  it('rethrows a refusal with its status, code and message', async () => {
    const { client } = clientOf({
      status: 503,
      body: {
        error: {
          name: 'ServiceUnavailableError',
          code: 'ownership-policy-unavailable',
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
        code: 'ownership-policy-unavailable',
        message: 'No ownership policy could be read',
      },
    });
  });
});
