// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

/* eslint-disable jest/no-export, jest/no-standalone-expect -- called by the contract suite, whose `it` knows exceptions */
import type { GitHostErrorCode } from '../errors';
import type { RepositoryBeginning } from '../types';
import type { ContractFixture } from './fixture';
import type { BeginningSubject } from './subject';

const BEGINNING: RepositoryBeginning = {
  files: [
    { path: '.github/CODEOWNERS', content: '* @acme/orders\n' },
    { path: 'catalog-info.yaml', content: 'kind: Component\n' },
    { path: 'docs/größe.bin', content: Uint8Array.from([0, 255, 10]) },
    { path: 'run.sh', content: '#!/bin/sh\n', executable: true },
    { path: 'src/.keep', content: '' },
  ],
  message: 'Begin orders-search\n\nFor the search.',
  trailers: [{ key: 'Requested-by', value: 'user:default/otto' }],
  author: { name: 'Otto Brandt', email: 'otto@acme.example' },
  at: new Date('2026-01-02T03:04:05.678Z'),
  description: 'Finds orders',
};
const ONE = { ...BEGINNING, files: BEGINNING.files.slice(1, 2) };

/** A repository of its own, which is begun once and never written over. */
export function beginningContract(at: ContractFixture, it: jest.It): void {
  const { codeOf } = at;

  describe('beginning a repository', () => {
    let place: BeginningSubject;
    beforeEach(async () => {
      place = await at.subject.beginning();
    });
    afterEach(() => place.dispose());
    const begin = async (beginning = BEGINNING, repo = place.repository) =>
      (await place.host()).beginRepository(repo, beginning);

    it('is one commit with every file, mode and word', async () => {
      const { repository: repo } = place;
      const begun = await begin();
      expect(begun).toMatchObject({ action: 'created', defaultBranch: 'main' });
      expect(await place.history()).toEqual([begun.commitSha]);
      const host = await place.host();
      expect(await host.defaultBranch(repo)).toBe('main');
      const tree = await host.readTree(repo, { ref: 'main' });
      expect(tree.map(({ mode, path }) => `${mode} ${path}`)).toEqual([
        '100644 .github/CODEOWNERS',
        '100644 catalog-info.yaml',
        '100644 docs/größe.bin',
        '100755 run.sh',
        '100644 src/.keep',
      ]);
      for (const { path, content } of BEGINNING.files) {
        const bytes = await host.readFile(repo, { ref: 'main', path });
        expect(Buffer.from(bytes!)).toEqual(Buffer.from(content));
      }
      await place.push({ 'src/main.ts': 'x\n' });
      const { commits } = await host.compare(repo, {
        ...{ base: begun.commitSha, head: 'main' },
      });
      expect(commits).toHaveLength(1);
    });

    it.each([
      ['several files', BEGINNING],
      ['one file', ONE],
    ])('of %s is found again, also below what others add', async (_, files) => {
      const begun = await begin(files);
      expect(await begin(files)).toEqual({ ...begun, action: 'unchanged' });
      expect(await place.history()).toEqual([begun.commitSha]);
      await place.push({ 'notes.md': 'theirs\n' });
      const [newest] = await place.history();
      expect(await begin(files)).toEqual({ ...begun, action: 'unchanged' });
      expect(await place.history()).toEqual([newest, begun.commitSha]);
    });

    it('that several ask for at once is made once', async () => {
      const begun = await Promise.all([begin(), begin(), begin()]);
      expect(await place.history()).toEqual([begun[0].commitSha]);
      expect(new Set(begun.map(({ commitSha }) => commitSha)).size).toBe(1);
    });

    it.each<[string, Partial<RepositoryBeginning>]>([
      ['other files', { files: [{ path: 'x', content: 'theirs\n' }] }],
      [
        'more files',
        { files: [...BEGINNING.files, { path: 'x', content: '' }] },
      ],
      ['other words', { message: 'Begin something else' }],
      ['another requester', { trailers: [] }],
    ])('never writes over what began with %s', async (_, other) => {
      const { commitSha } = await begin({ ...BEGINNING, ...other });
      const attempt = begin();
      await expect(attempt).rejects.toThrow(place.repository.repo);
      expect(await codeOf(attempt)).toBe('git-repository-taken');
      expect(await place.history()).toEqual([commitSha]);
    });

    it.each<[GitHostErrorCode, Partial<RepositoryBeginning>]>([
      ['git-change-empty', { files: [] }],
      ['git-path-invalid', { files: [{ path: '../x', content: '' }] }],
      ['git-path-invalid', { files: [{ path: '.git/config', content: '' }] }],
      ['git-text-invalid', { description: 'a\nb' }],
      ['git-text-invalid', { message: '' }],
      ['git-text-invalid', { author: { name: 'a <b', email: 'x' } }],
    ])('refuses %s before anything is made: %j', async (code, wrong) => {
      expect(await codeOf(begin({ ...BEGINNING, ...wrong }))).toBe(code);
      const host = await place.host();
      expect(await codeOf(host.defaultBranch(place.repository))).toBe(
        'git-repository-not-found',
      );
    });

    it('is only for owners that the host was made for, and for plain names', async () => {
      const { repository } = place;
      const attempt = (wrong: Partial<typeof repository>) =>
        codeOf(begin(BEGINNING, { ...repository, ...wrong }));
      expect(await attempt({ owner: 'stranger' })).toBe(
        'git-repository-not-configured',
      );
      expect(await attempt({ host: 'git.example.com' })).toBe(
        'git-repository-not-configured',
      );
      for (const repo of ['..', '../x', 'x.git', '-x', 'a/b', '.hidden', '']) {
        expect(await attempt({ repo })).toBe('git-repo-url-invalid');
      }
    });
  });
}
