// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { InfrastructureClient } from './InfrastructureClient';

// As in SelfServiceClient.test.ts, the calls stop at the fetch API.
const seen: Request[] = [];
let status = 200;

const client = InfrastructureClient.create({
  discoveryApi: {
    getBaseUrl: async pluginId => `http://portal.test/api/${pluginId}`,
  },
  fetchApi: {
    fetch: async (input, init) => {
      seen.push(new Request(input, init));
      return new Response(
        JSON.stringify({
          error: { name: 'NotAllowedError', message: 'No', code: 'no' },
          response: { statusCode: status },
        }),
        { status, headers: { 'content-type': 'application/json' } },
      );
    },
  },
});

beforeEach(() => {
  seen.length = 0;
  status = 200;
});

describe('InfrastructureClient', () => {
  it('lets no value reach another route or parameter', async () => {
    const repoUrl = 'local?owner=acme&repo=live';
    await client.readFiles({ repoUrl, paths: ['a&path=b', 'c'] });
    await client.dependentsOf({ repoUrl, path: 'a b#c' }, { token: 'secret' });
    await client.inspectModule({ name: '../requests', version: 'v1/..' });

    const queries = seen.map(({ url }) => new URL(url).searchParams);
    expect(queries[0].get('repoUrl')).toBe(repoUrl);
    expect(queries[0].getAll('path')).toEqual(['a&path=b', 'c']);
    expect(queries[1].get('path')).toBe('a b#c');
    expect(seen[1].headers.get('authorization')).toBe('Bearer secret');
    await client.listUnits({ repoUrl, environment: 'dev&path=x' });
    await client.listUnits({ repoUrl });
    await client.readUnit({ repoUrl, path: 'a&b=c' });
    const later = seen.slice(3).map(({ url }) => new URL(url).searchParams);
    expect(later[0].get('environment')).toBe('dev&path=x');
    expect(later[1].has('environment')).toBe(false);
    expect(later[2].get('path')).toBe('a&b=c');
    expect(seen[2].url).toBe(
      'http://portal.test/api/self-service/modules/..%2Frequests/versions/v1%2F..',
    );
  });

  it('rejects with the code of the server', async () => {
    status = 403;
    await expect(
      client.inspectModule({ name: 'a', version: 'v1' }),
    ).rejects.toMatchObject({ statusCode: 403, cause: { code: 'no' } });
  });
});
