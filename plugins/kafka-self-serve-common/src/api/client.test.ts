// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { KafkaSelfServeClient } from './client';
import {
  kafkaEnvironmentManagePermission,
  kafkaResourceReadPermission,
  kafkaSelfServePermissions,
} from './permissions';

const seen: { method: string; url: string; body?: string; token?: string }[] =
  [];
let answer: { status: number; text: string };

const client = KafkaSelfServeClient.create({
  discoveryApi: {
    getBaseUrl: async pluginId => `http://portal.test/api/${pluginId}`,
  },
  fetchApi: {
    fetch: async (input, init) => {
      const request = new Request(input, init);
      const body = await request.text();
      seen.push({
        method: request.method,
        url: request.url,
        ...(body && { body }),
        token: request.headers.get('authorization') ?? undefined,
      });
      return new Response(answer.status === 204 ? undefined : answer.text, {
        status: answer.status,
        headers: { 'content-type': 'application/json' },
      });
    },
  },
});
const BASE = 'http://portal.test/api/kafka-self-serve';

beforeEach(() => {
  seen.length = 0;
  answer = { status: 200, text: '{}' };
});

describe('KafkaSelfServeClient', () => {
  it('asks with filters that are there several times, and leaves out what is undefined', async () => {
    await client.topics({
      environment: ['dev', 'prod'],
      q: 'orders & co',
      mine: true,
      cursor: undefined,
    });
    expect(seen[0]).toMatchObject({
      method: 'GET',
      url: `${BASE}/topics?environment=dev&environment=prod&q=orders+%26+co&mine=true`,
    });
  });

  it('lets no name lead to another route', async () => {
    await client.topic({ environment: 'prod', name: 'a/../b?c#d' });
    await client.subjectVersion({ environment: 'prod', name: 'x', version: 2 });
    expect(seen.map(({ url }) => url)).toEqual([
      `${BASE}/topics/prod/a%2F..%2Fb%3Fc%23d`,
      `${BASE}/subjects/prod/x/versions/2`,
    ]);
    for (const name of ['', '.', '..']) {
      expect(() => client.environment(name)).toThrow('is no name');
      expect(() => client.takePassword(name)).toThrow('is no name');
    }
  });

  it('sends bodies as JSON, with the token that it was given', async () => {
    await client.testConnection({ connection: 'dev' }, { token: 'secret' });
    await client.putPolicy('names', { name: 'names', constraints: [] });
    answer = { status: 204, text: '' };
    await expect(client.deleteEnvironment('dev')).resolves.toBeUndefined();
    expect(seen).toEqual([
      {
        method: 'POST',
        url: `${BASE}/environments/test`,
        body: '{"connection":"dev"}',
        token: 'Bearer secret',
      },
      {
        method: 'PUT',
        url: `${BASE}/policies/names`,
        body: '{"name":"names","constraints":[]}',
      },
      { method: 'DELETE', url: `${BASE}/environments/dev` },
    ]);
  });

  it('answers a file as text', async () => {
    answer = { status: 200, text: 'topics: []\n' };
    await expect(
      client.exportFile({ environment: 'prod', instance: 'orders@prod' }),
    ).resolves.toBe('topics: []\n');
  });

  it('rejects with the words and the code of the server', async () => {
    answer = {
      status: 403,
      text: JSON.stringify({
        error: { name: 'NotAllowedError', message: 'Not you', code: 'no' },
        response: { statusCode: 403 },
      }),
    };
    await expect(client.connections()).rejects.toMatchObject({
      statusCode: 403,
      cause: { message: 'Not you', code: 'no' },
    });
  });
});

describe('the permissions', () => {
  it('have names of their own, and resources where a list is filtered', () => {
    const names = kafkaSelfServePermissions.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    expect(names.every(name => name.startsWith('kafka-self-serve.'))).toBe(
      true,
    );
    expect(kafkaResourceReadPermission).toEqual({
      type: 'resource',
      name: 'kafka-self-serve.resource.read',
      attributes: { action: 'read' },
      resourceType: 'kafka-resource',
    });
    expect(kafkaEnvironmentManagePermission).toEqual({
      type: 'basic',
      name: 'kafka-self-serve.environment.manage',
      attributes: { action: 'update' },
    });
  });
});
