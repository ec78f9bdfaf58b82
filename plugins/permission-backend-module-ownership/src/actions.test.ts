// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { mockCredentials } from '@backstage/backend-test-utils';
import {
  type Portal,
  SETTINGS,
  startPortal,
} from './__testUtils__/startPortal';
import { HARMLESS_ACTIONS, allowedActions } from './policy/allowedActions';

jest.setTimeout(60_000);

const UNAUTHORIZED = 'The action is not allowed';

describe('which actions run', () => {
  let portal: Portal;

  beforeAll(async () => {
    portal = await startPortal();
  });

  afterAll(() => portal.stop());

  it('ours always: the ownership engine says inside of them what it refuses', async () => {
    await expect(portal.run('gus', 'own')).resolves.toMatchObject({
      status: 'completed',
      log: expect.stringContaining('ran iac:terragrunt:unit'),
    });
  });

  it.each([
    'github.com?owner=acme&repo=website',
    // The scaffolder's rule compares GitHub's names as GitHub does.
    'github.com?owner=Acme&repo=Website',
  ])('a foreign action writes to the named repository %s', async repoUrl => {
    await expect(
      portal.run('pia', 'publish', { repoUrl }),
    ).resolves.toMatchObject({
      status: 'completed',
      log: expect.stringContaining('ran publish:github:pull-request'),
    });
  });

  it.each([
    'github.com?owner=acme&repo=infrastructure-live',
    'github.com?owner=evil&repo=website',
    'github.com?owner=acme&repo=website2',
    // Other ways to write the same thing are refused: too little is safe.
    'github.com?repo=website&owner=acme',
    'github.com?owner=acme&repo=website&repo=infrastructure-live',
    ' github.com?owner=acme&repo=website',
    '',
  ])('and nowhere else: "%s"', async repoUrl => {
    const { status, log } = await portal.run('pat', 'publish', { repoUrl });

    expect(status).toBe('failed');
    expect(log).toContain(UNAUTHORIZED);
    expect(log).not.toContain('ran publish:github:pull-request');
  });

  it('leaving the repository out opens no door', async () => {
    const { status, log } = await portal.run('pia', 'publish');

    expect(status).toBe('failed');
    expect(log).toContain(UNAUTHORIZED);
  });

  it('an action that nobody named is refused, to administrators too', async () => {
    const { status, log } = await portal.run('pat', 'unnamed');

    expect(status).toBe('failed');
    expect(log).toContain(UNAUTHORIZED);
  });

  it('names only rules that the scaffolder has: another one would make every task fail', async () => {
    const { body } = await portal.http
      .get('/api/scaffolder/.well-known/backstage/permissions/metadata')
      .set('Authorization', mockCredentials.service.header());
    const rules: string[] = body.rules.map(
      ({ name }: { name: string }) => name,
    );

    const criteria = JSON.stringify(
      allowedActions({
        actions: ['acme:*'],
        repositories: SETTINGS.repositories,
        installed: new Set(['acme:deploy', 'publish:github:pull-request']),
      }),
    );
    const used = [...criteria.matchAll(/"rule":"(\w+)"/g)].map(
      ([, rule]) => rule,
    );
    expect(used.length).toBeGreaterThan(HARMLESS_ACTIONS.length);
    expect(used.filter(rule => !rules.includes(rule))).toEqual([]);
  });

  it('decides about every action of a bare scaffolder', async () => {
    const { body } = await portal.get('gus', '/api/scaffolder/v2/actions');
    const bare = (body as { id: string }[])
      .map(({ id }) => id)
      .filter(id => /^(catalog|debug|fetch|fs):/.test(id));

    expect(bare.sort()).toEqual(
      HARMLESS_ACTIONS.filter(id => id !== 'dry-run:extract'),
    );
  });
});

describe('which actions run by the configuration', () => {
  it('a pattern opens what it matches and nothing else', async () => {
    const portal = await startPortal({ permissions: { actions: ['acme:d*'] } });
    try {
      await expect(portal.run('gus', 'unnamed')).resolves.toMatchObject({
        status: 'completed',
        log: expect.stringContaining('ran acme:deploy'),
      });
      await expect(
        portal.run('gus', 'publish', {
          repoUrl: 'github.com?owner=acme&repo=website',
        }),
      ).resolves.toMatchObject({ status: 'failed' });
    } finally {
      await portal.stop();
    }
  });

  it('resolves patterns to whole ids', () => {
    const criteria = JSON.stringify(
      allowedActions({
        actions: ['acme:*:write', 'a.me:deploy'],
        repositories: [],
        installed: new Set([
          'acme:site:write',
          'acme:site:write:all',
          'my:acme:site:write',
          'acme:deploy',
        ]),
      }),
    );

    expect(criteria).toContain('"acme:site:write"');
    expect(criteria).not.toContain('write:all');
    expect(criteria).not.toContain('my:acme');
    expect(criteria).not.toContain('"acme:deploy"');
  });
});
