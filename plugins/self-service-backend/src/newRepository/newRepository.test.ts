// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

// A repository of its own, asked for over HTTP and made on the local host.
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { RequestDetail } from '@fairway/requests-common';
import {
  codeOf,
  person,
  type Portal,
  startPortal,
} from '../__testUtils__/portal';
import { LIVE } from '../__testUtils__/world';

jest.setTimeout(60_000);

const REPO_URL = 'local?owner=acme&repo=payments-api';
const FILES = [
  { path: 'README.md', content: '# Payments\n' },
  { path: 'catalog-info.yaml', content: 'kind: Component\n' },
];
const ENTRY = { host: 'local', owner: 'acme', environment: 'dev' };

let portal: Portal;
let keys = 0;

const bodyOf = (more: object) => ({
  kind: 'repository',
  payload: { repoUrl: REPO_URL, files: FILES, ...more },
});
const preview = (more: object = {}, as = 'pia') =>
  portal.send('post', '/requests/preview', {
    as: person(as),
    body: bodyOf(more),
  });
const ask = async (more: object = {}, as = 'pia'): Promise<RequestDetail> => {
  const { body } = await portal.send('post', '/requests', {
    as: person(as),
    body: {
      ...bodyOf(more),
      submit: 'now',
      justification: 'It becomes a service of its own.',
      idempotencyKey: `repository-${keys++}`,
    },
  });
  if (body.error) throw new Error(JSON.stringify(body.error));
  return body.request;
};
const hasEnded = ({ execution }: RequestDetail) =>
  ['succeeded', 'failed'].includes(execution);
const gitDir = (repo = 'payments-api') =>
  join(portal.world.root, 'acme', `${repo}.git`);
const git = (...args: string[]) =>
  execFileSync('git', ['-C', gitDir(), ...args], { encoding: 'utf8' }).trim();

afterEach(() => portal.stop());

describe('a repository of its own', () => {
  it('is made with one commit that says who asked, once the policy lets it', async () => {
    portal = await startPortal({ settings: { newRepositories: [ENTRY] } });
    const { body } = await preview({ description: 'Takes payments' });
    expect(body).toMatchObject({
      plan: {
        repoUrl: REPO_URL,
        service: 'payments-api',
        environment: 'dev',
        visibility: 'private',
      },
      view: { diff: expect.stringContaining('+# Payments\n') },
    });
    expect(existsSync(gitDir())).toBe(false);

    const { id } = await ask({ description: 'Takes payments' });
    const made = await portal.until(id, hasEnded);
    expect(made).toMatchObject({
      execution: 'succeeded',
      ownerRef: 'group:default/payments',
      outputs: { commitSha: git('rev-list', 'main'), defaultBranch: 'main' },
    });
    expect(git('ls-tree', '-r', '--name-only', 'main')).toBe(
      'README.md\ncatalog-info.yaml',
    );
    const commit = git('log', '-1', '--format=%an%n%B', 'main');
    expect(commit).toContain('pia of payments\nBegin the repository');
    expect(commit).toContain('Requested-by: user:default/pia');
    expect(commit).toContain(`Fairway-Change-Id: ${id}`);
    // It is theirs from now on.
    const change = { repoUrl: REPO_URL, files: FILES };
    const later = await portal.send('post', '/requests/preview', {
      as: person('pia'),
      body: { kind: 'change', payload: change },
    });
    expect(codeOf(later)).toBe('repository-not-configured');
  });

  it('waits for whom the configuration asks, and names them', async () => {
    portal = await startPortal({
      settings: {
        newRepositories: [{ ...ENTRY, approvers: ['group:default/platform'] }],
      },
    });
    const request = await ask();
    expect(request.decision).toBe('pending');
    expect(existsSync(gitDir())).toBe(false);
    expect((await portal.approve(request, 'paul')).status).toBe(403);
    await portal.approve(request);
    await portal.until(request.id, hasEnded);
    expect(git('log', '-1', '--format=%B', 'main')).toContain(
      'Approved-by: user:default/pat',
    );
  });

  it('leaves one that somebody else has begun as it is', async () => {
    portal = await startPortal({ settings: { newRepositories: [ENTRY] } });
    await portal.world.host.createRepository(
      { host: 'local', owner: 'acme', repo: 'payments-api' },
      {
        commits: [
          {
            message: 'Theirs',
            files: FILES,
            author: { name: 'Rita', email: 'rita@acme.example' },
          },
        ],
      },
    );
    const theirs = git('rev-list', 'main');
    const { id } = await ask();
    const ended = await portal.until(id, hasEnded);
    const failed = ended.steps.find(({ status }) => status === 'failed');
    expect(failed?.failure).toMatchObject({ code: 'git-repository-taken' });
    expect(git('rev-list', 'main')).toBe(theirs);
  });

  it("is nobody's while the configuration names no owner", async () => {
    portal = await startPortal();
    const answer = await preview();
    expect(codeOf(answer)).toBe('new-repository-not-allowed');
    expect(answer.body.error.message).toContain('allows none');
  });

  describe('is refused', () => {
    beforeEach(async () => {
      portal = await startPortal({ settings: { newRepositories: [ENTRY] } });
    });

    const file = (path: string, content = 'x\n') => ({
      files: [{ path, content }],
    });
    const at = (repo: string, owner = 'acme') => ({
      repoUrl: `local?owner=${owner}&repo=${repo}`,
    });
    it('in words, for each reason', async () => {
      const refusals: [code: string, more: object, as?: string][] = [
        ['policy-denied', {}, 'nia'],
        ['policy-denied', {}, 'eve'],
        ['policy-denied', at('nobody-knows')],
        ['new-repository-name', at('Payments-API')],
        ['new-repository-not-allowed', at('payments-api', 'stranger')],
        [
          'new-repository-not-allowed',
          { repoUrl: 'github.com?owner=acme&repo=payments-api' },
        ],
        ['new-repository-configured', { repoUrl: LIVE }],
        ['git-repo-url-invalid', at('..')],
        ['new-repository-visibility', { visibility: 'public' }],
        ['new-repository-owner', { ownerRef: 'group:default/platform' }],
        ['protected-path', file('.github/workflows/ci.yaml')],
        ['protected-path', file('docs/CODEOWNERS')],
        ['git-path-invalid', file('../x')],
        ['git-path-invalid', file('.git/config')],
        ['no-files', { files: [] }],
        ['file-not-text', file('x', 'a\0b')],
        [
          'change-secret-found',
          file('x', `key = "AKIA${'ABCDEFGH'.repeat(2)}"\n`),
        ],
      ];
      for (const [code, more, as] of refusals) {
        const answer = await preview(more, as);
        expect([code, codeOf(answer)]).toEqual([code, code]);
      }
      expect(existsSync(gitDir())).toBe(false);
    });
  });
});
