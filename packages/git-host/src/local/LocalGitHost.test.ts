// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { execFileSync } from 'node:child_process';
import { chmodSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ChangeSet, FileChange } from '../types';
import { BareRepository } from './__testUtils__/bareRepository';
import { LocalGitHost } from './LocalGitHost';

const AUTHOR = { name: 'Pia', email: 'pia@acme.example' };

describe('LocalGitHost', () => {
  let repository: BareRepository;
  let host: LocalGitHost;

  beforeEach(async () => {
    repository = BareRepository.create();
    host = await LocalGitHost.create({ root: repository.root });
  });
  afterEach(() => {
    repository.dispose();
    delete process.env.GIT_DIR;
    delete process.env.GIT_AUTHOR_NAME;
  });

  const change = (
    files: FileChange[],
    more: Partial<ChangeSet> = {},
  ): ChangeSet => ({
    branch: 'fairway/one',
    baseSha: repository.head('main')!,
    files,
    message: 'Subject\n\nBody',
    trailers: [],
    author: AUTHOR,
    at: new Date('2026-01-02T03:04:05Z'),
    ...more,
  });
  const one: FileChange[] = [{ path: 'live/a.hcl', content: 'a = 1\n' }];
  const open = (branch = 'fairway/one') =>
    host.openChange(repository.ref, {
      branch,
      baseBranch: 'main',
      title: 'Title',
      body: '',
      author: AUTHOR,
    });

  describe('commits', () => {
    it('have author, committer, time, message and trailers as asked, whatever the environment says', async () => {
      process.env.GIT_DIR = '/nowhere';
      process.env.GIT_AUTHOR_NAME = 'Mallory';
      const { commitSha } = await host.commit(
        repository.ref,
        change(one, {
          message: 'Subject\r\n\r\nBody\n\nRequested-by: forged\n',
          trailers: [
            { key: 'Requested-by', value: 'user:default/pia' },
            { key: 'Fairway-Change-Id', value: 'c1' },
          ],
        }),
      );
      const show = (format: string) =>
        repository.git(['show', '-s', `--format=${format}`, commitSha]);
      expect(show('%an <%ae> %aI|%cn <%ce> %cI')).toBe(
        'Pia <pia@acme.example> 2026-01-02T03:04:05+00:00|Fairway <fairway@localhost> 2026-01-02T03:04:05+00:00',
      );
      expect(show('%s')).toBe('Subject');
      expect(show('%(trailers:key=Requested-by,valueonly)')).toBe(
        'user:default/pia',
      );
      expect(show('%(trailers:key=Fairway-Change-Id,valueonly)')).toBe('c1');
    });

    it('have the same id when the same is asked of two repositories', async () => {
      const content = {
        commits: [
          { message: 'First', files: one, author: AUTHOR, at: new Date(0) },
        ],
      };
      const shas = new Set<string | undefined>();
      for (const repo of ['x', 'y']) {
        const ref = { ...repository.ref, repo };
        await host.createRepository(ref, content);
        const baseSha = (await host.resolve(ref, 'main'))!;
        shas.add(
          (
            await host.commit(
              ref,
              change([{ path: 'b', content: 'b' }], { baseSha }),
            )
          ).commitSha,
        );
      }
      expect(shas.size).toBe(1);
    });

    it('run no hook of the repository', async () => {
      const hook = join(repository.gitDir, 'hooks', 'reference-transaction');
      execFileSync('mkdir', ['-p', join(repository.gitDir, 'hooks')]);
      writeFileSync(hook, '#!/bin/sh\nexit 1\n');
      chmodSync(hook, 0o755);
      const result = await host.commit(repository.ref, change(one));
      expect(result.action).toBe('created');
    });

    it('to one branch from one process at once all arrive', async () => {
      await Promise.all(
        Array.from({ length: 8 }, (_, index) =>
          host.commit(
            repository.ref,
            change([{ path: `f${index}`, content: 'x' }]),
          ),
        ),
      );
      const count = repository.git([
        'rev-list',
        '--count',
        'main..fairway/one',
      ]);
      expect(count).toBe('8');
    });

    it('say so when another branch has the name as its folder', async () => {
      await host.commit(repository.ref, change(one));
      await expect(
        host.commit(repository.ref, change(one, { branch: 'fairway' })),
      ).rejects.toMatchObject({ code: 'git-branch-name-taken' });
      await expect(
        host.commit(repository.ref, change(one, { branch: 'fairway/one/two' })),
      ).rejects.toMatchObject({ code: 'git-branch-name-taken' });
      expect(Object.keys(repository.refs()).join()).not.toContain('scratch');
    });

    it('take limits of their own', async () => {
      const strict = await LocalGitHost.create({
        root: repository.root,
        limits: { fileBytes: 3 },
      });
      await expect(strict.commit(repository.ref, change(one))).rejects.toThrow(
        'The file "live/a.hcl" has "6" bytes and may have 3',
      );
    });
  });

  describe('a crash', () => {
    it('after the branch was made is healed by running again', async () => {
      const first = await host.commit(repository.ref, change(one));
      // The process ends here; another one starts from the beginning, hours later.
      host = await LocalGitHost.create({ root: repository.root });
      const again = await host.commit(
        repository.ref,
        change(one, { at: new Date('2026-02-02T00:00:00Z') }),
      );
      expect(again).toEqual({ ...first, action: 'unchanged' });
      const opened = await open();
      host = await LocalGitHost.create({ root: repository.root });
      expect(await open()).toEqual(opened);
    });
  });

  describe('diffs', () => {
    it('are what git diff prints, and a preview leaves not even an object', async () => {
      const files = [...one, { path: 'README.md', content: 'y\n' }];
      const baseSha = repository.head('main')!;
      const before = repository.git(['count-objects', '-v']);
      const preview = await host.previewDiff(repository.ref, {
        baseSha,
        files,
      });
      expect(repository.git(['count-objects', '-v'])).toBe(before);
      expect(Object.keys(repository.refs())).toEqual(['refs/heads/main']);
      await host.commit(repository.ref, change(files));
      expect(
        `${repository.git(['diff', '--full-index', 'main', 'fairway/one'])}\n`,
      ).toBe(preview);
    });

    it('are not changed by the configuration or the attributes of a repository', async () => {
      const baseSha = repository.push({
        branch: 'main',
        files: { '.gitattributes': { content: '* -diff\n' } },
      });
      repository.git(['config', 'diff.noprefix', 'true']);
      repository.git(['config', 'diff.external', '/bin/false']);
      repository.git(['config', 'color.ui', 'always']);
      const preview = await host.previewDiff(repository.ref, {
        baseSha,
        files: one,
      });
      const { commitSha: head } = await host.commit(
        repository.ref,
        change(one),
      );
      const diff = await host.diff(repository.ref, { base: baseSha, head });
      expect(diff).toBe(preview);
      expect(diff).toContain('+++ b/live/a.hcl\n@@ -0,0 +1 @@\n+a = 1\n');
    });
  });

  describe('references', () => {
    it('resolve tags to their commit, and are refused when branch and tag differ', async () => {
      const main = repository.head('main');
      repository.git(['tag', '-a', '-m', 'x', 'v1.0.0', 'main']);
      expect(await host.resolve(repository.ref, 'v1.0.0')).toBe(main);
      const other = repository.push({
        branch: 'v1.0.0',
        files: { evil: { content: 'x' } },
      });
      await expect(
        host.resolve(repository.ref, 'v1.0.0'),
      ).rejects.toMatchObject({
        code: 'git-ref-ambiguous',
      });
      expect(await host.resolve(repository.ref, 'refs/tags/v1.0.0')).toBe(main);
      expect(await host.resolve(repository.ref, 'refs/heads/v1.0.0')).toBe(
        other,
      );
    });
  });

  it('lists the files of a commit once, and those of the next commit anew', async () => {
    const log = join(repository.root, 'asked');
    const executable = join(repository.root, 'noted-git');
    writeFileSync(
      executable,
      `#!/bin/sh\nprintf '%s\\n' "$*" >> '${log}'\nexec git "$@"\n`,
    );
    chmodSync(executable, 0o755);
    const noted = await LocalGitHost.create({
      root: repository.root,
      executable,
    });
    const paths = async () =>
      (await noted.readTree(repository.ref, { ref: 'main' })).map(
        ({ path }) => path,
      );
    const lists = () => readFileSync(log, 'utf8').split(' ls-tree ').length - 1;
    expect(await paths()).toEqual(['README.md']);
    expect(await paths()).toEqual(['README.md']);
    expect(lists()).toBe(1);
    repository.push({ branch: 'main', files: { 'a.hcl': { content: 'a' } } });
    expect(await paths()).toContain('a.hcl');
    expect(lists()).toBe(2);
  });

  describe('changes', () => {
    it('opened at once for one branch are one', async () => {
      await host.commit(repository.ref, change(one));
      const opened = await Promise.all(Array.from({ length: 6 }, () => open()));
      expect(new Set(opened.map(({ number }) => number))).toEqual(new Set([1]));
    });

    it('are found among hundreds', async () => {
      await host.commit(repository.ref, change(one));
      await open();
      const blob = repository.git(
        ['hash-object', '-w', '--stdin'],
        JSON.stringify({ branch: 'another' }),
      );
      const updates = Array.from(
        { length: 250 },
        (_, index) => `create refs/fairway/pulls/${index + 2} ${blob}\n`,
      );
      repository.git(['update-ref', '--stdin'], updates.join(''));
      const found = await host.findChange(repository.ref, {
        branch: 'fairway/one',
      });
      expect(found?.number).toBe(1);
    });

    it('keep their author in the repository', async () => {
      await host.commit(repository.ref, change(one));
      await open();
      const record = repository.git([
        'cat-file',
        'blob',
        'refs/fairway/pulls/1',
      ]);
      expect(JSON.parse(record)).toMatchObject({
        version: 1,
        number: 1,
        author: AUTHOR,
        state: 'open',
      });
    });

    it('are merged when the base was moved forward to their head', async () => {
      const { commitSha } = await host.commit(repository.ref, change(one));
      await open();
      repository.git(['update-ref', 'refs/heads/main', commitSha]);
      expect(await open()).toMatchObject({
        number: 1,
        state: 'merged',
        mergeSha: commitSha,
      });
      repository.push({ branch: 'main', files: { later: { content: 'x' } } });
      expect(await open()).toMatchObject({ mergeSha: commitSha });
    });

    it('are not merged when the branch was set back, and closed when it is gone', async () => {
      const { commitSha } = await host.commit(repository.ref, change(one));
      await open();
      const main = repository.head('main')!;
      repository.git(['update-ref', 'refs/heads/fairway/one', main]);
      const find = () =>
        host.findChange(repository.ref, { branch: 'fairway/one' });
      expect(await find()).toMatchObject({ state: 'open', headSha: main });
      repository.git(['update-ref', '-d', 'refs/heads/fairway/one']);
      expect(await find()).toMatchObject({
        state: 'closed',
        headSha: commitSha,
      });
    });
  });

  describe('repositories', () => {
    it('are made whole, with history and tags, and only once', async () => {
      const ref = { ...repository.ref, owner: 'new', repo: 'modules' };
      const content = {
        commits: [
          {
            message: 'First',
            files: one,
            author: AUTHOR,
            at: new Date(0),
            tags: ['v1.0.0'],
          },
          {
            message: 'Second',
            files: [{ path: 'b', content: 'b', executable: true }],
            author: AUTHOR,
            at: new Date(1000),
            tags: ['v1.1.0', 'latest'],
          },
        ],
      };
      const made = await Promise.all(
        [1, 2, 3].map(() => host.createRepository(ref, content)),
      );
      expect(made.filter(({ created }) => created)).toHaveLength(1);
      expect(await host.createRepository(ref, content)).toEqual({
        created: false,
      });
      expect(await host.defaultBranch(ref)).toBe('main');
      expect(await host.readTree(ref, { ref: 'v1.0.0' })).toHaveLength(1);
      expect(await host.readTree(ref, { ref: 'v1.1.0' })).toHaveLength(2);
      expect(await host.resolve(ref, 'latest')).toBe(
        await host.resolve(ref, 'main'),
      );
      expect(readdirSync(join(repository.root, 'new'))).toEqual([
        'modules.git',
      ]);
    });

    it('that cannot be made leave nothing', async () => {
      const ref = { ...repository.ref, owner: 'new', repo: 'modules' };
      const files = [{ path: '../x', content: '' }];
      await expect(
        host.createRepository(ref, {
          commits: [{ message: 'First', files, author: AUTHOR }],
        }),
      ).rejects.toMatchObject({ code: 'git-path-invalid' });
      expect(readdirSync(join(repository.root, 'new'))).toEqual([]);
    });

    it('are served only when they are named, and found only when they are there', async () => {
      const strict = await LocalGitHost.create({
        root: repository.root,
        repositories: [{ owner: 'acme', repo: 'gone' }],
      });
      await expect(strict.defaultBranch(repository.ref)).rejects.toMatchObject({
        code: 'git-repository-not-configured',
      });
      await expect(
        strict.defaultBranch({ ...repository.ref, repo: 'gone' }),
      ).rejects.toMatchObject({ code: 'git-repository-not-found' });
      await expect(
        host.defaultBranch({ ...repository.ref, host: 'github.com' }),
      ).rejects.toMatchObject({ code: 'git-repository-not-configured' });
      await expect(
        host.defaultBranch({ ...repository.ref, owner: '..' }),
      ).rejects.toMatchObject({ code: 'git-repo-url-invalid' });
    });
  });

  describe('the command to inspect a branch', () => {
    it('works when it is pasted, in a folder with quotes and spaces too', async () => {
      const root = join(repository.root, "it's $(here) now");
      const odd = await LocalGitHost.create({ root });
      await odd.createRepository(repository.ref, {
        commits: [
          { message: 'First', files: one, author: AUTHOR, at: new Date(0) },
        ],
      });
      const command = odd.inspectCommand(repository.ref, { branch: 'main' });
      const output = execFileSync('sh', ['-c', command], { encoding: 'utf8' });
      expect(output).toContain('+a = 1');
      expect(() =>
        odd.inspectCommand(repository.ref, { branch: "x'; id #" }),
      ).toThrow('cannot be used');
    });
  });

  describe('the git program', () => {
    it('is asked for by name when it is missing', async () => {
      await expect(
        LocalGitHost.create({
          root: repository.root,
          executable: 'no-such-git',
        }),
      ).rejects.toThrow(
        'The program "no-such-git" could not be started. Install git 2.38',
      );
    });

    it('is refused when it is too old', async () => {
      const executable = join(repository.root, 'git');
      writeFileSync(executable, '#!/bin/sh\necho git version 2.37.9\n');
      chmodSync(executable, 0o755);
      await expect(
        LocalGitHost.create({ root: repository.root, executable }),
      ).rejects.toThrow('"git version 2.37.9", and 2.38 or newer is needed');
    });
  });
});
