// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

/* eslint-disable jest/no-export, jest/no-standalone-expect -- a suite to be called from the test file of each adapter, whose `it` knows exceptions */
import { isGitHostError, type GitHostErrorCode } from '../errors';
import type { ChangeSet, FileChange, GitHost, RepositoryRef } from '../types';
import { changeLifeContract } from './changeLifeContract';
import { type Exceptions, exceptFor } from './exceptFor';

/** A repository of its own for one test, and somebody else who works in it. */
export interface GitHostContractSubject {
  host: GitHost;
  repository: RepositoryRef;
  /** A repository that the host was not made for. */
  foreignRepository: RepositoryRef;
  /** Who merges, where the host says so itself and takes no author. */
  mergesAs?: { name: string; email: string };
  /** Makes the host want more before it merges, where auto-merge has nothing to wait for otherwise. */
  wantMoreBeforeMerging?(): void;
  /** Another person's commit, made without the host; a new branch starts at the default branch. Answers its id. */
  push(options: {
    branch: string;
    files: Record<string, string | undefined>;
  }): Promise<string>;
  /** Another person merges a branch into the default branch with a merge commit. Answers its id. */
  merge(options: { branch: string }): Promise<string>;
  dispose(): Promise<void>;
}

/** Files of the default branch, `main`, that every subject begins with; `link` is a symbolic link to `live`. */
export const CONTRACT_FILES = {
  'README.md': 'Infrastructure\n',
  'live/acme/env.hcl': 'locals {}\n',
  'live/acme/db/terragrunt.hcl': 'inputs = {\n  size = 1\n}\n',
  'scripts/run.sh': '#!/bin/sh\n',
} as const;
export const CONTRACT_EXECUTABLES = ['scripts/run.sh'];
export const CONTRACT_LINKS = { link: 'live' } as const;

const AUTHOR = { name: 'Pia Sørensen', email: 'pia@acme.example' };
const UNIT = 'live/acme/db/terragrunt.hcl';

/**
 * What every adapter of `GitHost` promises, on a real repository. Call it in a test file. `exceptions` are for what stands
 * in for a host in tests and is not like it.
 */
export function gitHostContract(
  name: string,
  createSubject: () => Promise<GitHostContractSubject>,
  exceptions: Exceptions = {},
): void {
  const it = exceptFor(exceptions);
  describe(`${name} as a GitHost`, () => {
    let subject: GitHostContractSubject;
    let host: GitHost;
    let repo: RepositoryRef;
    let baseSha: string;

    beforeEach(async () => {
      subject = await createSubject();
      host = subject.host;
      repo = subject.repository;
      baseSha = await sha('main');
    });
    afterEach(() => subject.dispose());

    async function sha(ref: string): Promise<string> {
      const found = await host.resolve(repo, ref);
      if (found === undefined) {
        throw new Error(`no ${ref}`);
      }
      return found;
    }
    const text = async (ref: string, path: string) => {
      const bytes = await host.readFile(repo, { ref, path });
      return bytes && Buffer.from(bytes).toString('utf8');
    };
    const change = (
      files: FileChange[],
      more: Partial<ChangeSet> = {},
    ): ChangeSet => ({
      branch: 'fairway/db',
      baseSha,
      files,
      message: 'Order a database',
      trailers: [{ key: 'Requested-by', value: 'user:default/pia' }],
      author: AUTHOR,
      at: new Date('2026-01-02T03:04:05Z'),
      ...more,
    });
    const codeOf = async (
      attempt: Promise<unknown>,
    ): Promise<GitHostErrorCode> => {
      try {
        await attempt;
      } catch (error) {
        if (isGitHostError(error)) {
          return error.code;
        }
        throw error;
      }
      throw new Error('it was not refused');
    };
    const open = (branch = 'fairway/db') =>
      host.openChange(repo, {
        branch,
        baseBranch: 'main',
        title: 'Order a database',
        body: 'For payments',
        author: AUTHOR,
      });

    describe('reading', () => {
      it('names the default branch', async () => {
        expect(await host.defaultBranch(repo)).toBe('main');
      });

      it('resolves branches and commits, and nothing that is not there', async () => {
        expect(baseSha).toMatch(/^[0-9a-f]{40}$/);
        expect(await host.resolve(repo, baseSha)).toBe(baseSha);
        expect(await host.resolve(repo, 'nobody')).toBeUndefined();
        expect(await host.resolve(repo, '0'.repeat(39).concat('1'))).toBe(
          undefined,
        );
      });

      it('takes no revision expressions and no options for a reference', async () => {
        for (const ref of ['main~1', '--all', 'main:README.md', '@{-1}', '']) {
          expect(await codeOf(host.resolve(repo, ref))).toBe('git-ref-invalid');
        }
      });

      it('lists files with their modes, also below a folder', async () => {
        const all = await host.readTree(repo, { ref: 'main' });
        expect(all.map(({ path, mode }) => `${mode} ${path}`)).toEqual([
          '100644 README.md',
          '120000 link',
          `100644 ${UNIT}`,
          '100644 live/acme/env.hcl',
          '100755 scripts/run.sh',
        ]);
        const below = await host.readTree(repo, {
          ref: baseSha,
          under: 'live/acme/db',
        });
        expect(below.map(({ path }) => path)).toEqual([UNIT]);
        expect(
          await host.readTree(repo, { ref: 'main', under: 'none' }),
        ).toEqual([]);
      });

      it('reads a file, and answers undefined for a folder, a link and nothing', async () => {
        expect(await text('main', UNIT)).toBe(CONTRACT_FILES[UNIT]);
        expect(await text('main', 'live')).toBeUndefined();
        expect(await text('main', 'link')).toBeUndefined();
        expect(await text('main', 'none/at/all')).toBeUndefined();
        expect(await codeOf(text('main', '../x'))).toBe('git-path-invalid');
        expect(await codeOf(text('nobody', UNIT))).toBe('git-ref-not-found');
      });

      it('refuses a repository that it was not made for', async () => {
        expect(
          await codeOf(host.resolve(subject.foreignRepository, 'main')),
        ).toBe('git-repository-not-configured');
      });
    });

    describe('committing', () => {
      it('writes, replaces and deletes in one commit on a new branch', async () => {
        const bytes = Uint8Array.from([0, 255, 10, 13, 128]);
        const result = await host.commit(
          repo,
          change([
            { path: UNIT, content: 'changed\n' },
            { path: 'live/größe/データ.bin', content: bytes },
            { path: 'README.md', delete: true },
          ]),
        );
        expect(result.action).toBe('created');
        expect(await sha('fairway/db')).toBe(result.commitSha);
        expect(await sha('main')).toBe(baseSha);
        expect(await text('fairway/db', UNIT)).toBe('changed\n');
        expect(await text('fairway/db', 'README.md')).toBeUndefined();
        const written = await host.readFile(repo, {
          ref: 'fairway/db',
          path: 'live/größe/データ.bin',
        });
        expect(written && Uint8Array.from(written)).toEqual(bytes);
        const tree = await host.readTree(repo, { ref: 'fairway/db' });
        expect(tree).toHaveLength(5);
      });

      it('keeps modes, and sets the executable bit only when asked', async () => {
        await host.commit(
          repo,
          change([
            { path: 'scripts/run.sh', content: '#!/bin/sh\ntrue\n' },
            { path: 'scripts/new.sh', content: 'x', executable: true },
            { path: 'README.md', content: 'y' },
          ]),
        );
        const tree = await host.readTree(repo, { ref: 'fairway/db' });
        const mode = (path: string) =>
          tree.find(entry => entry.path === path)?.mode;
        expect(mode('scripts/run.sh')).toBe('100755');
        expect(mode('scripts/new.sh')).toBe('100755');
        expect(mode('README.md')).toBe('100644');
        expect(mode('link')).toBe('120000');
      });

      it('answers unchanged with the same commit when it is asked again', async () => {
        const order = change([
          { path: UNIT, content: 'changed\n' },
          { path: 'README.md', delete: true },
        ]);
        const first = await host.commit(repo, order);
        const second = await host.commit(repo, order);
        expect(second).toEqual({
          commitSha: first.commitSha,
          action: 'unchanged',
        });
      });

      it('makes no branch for what the base holds already', async () => {
        const result = await host.commit(
          repo,
          change([{ path: UNIT, content: CONTRACT_FILES[UNIT] }]),
        );
        expect(result).toEqual({ commitSha: baseSha, action: 'unchanged' });
        expect(await host.resolve(repo, 'fairway/db')).toBeUndefined();
      });

      it('puts a commit on top of a branch and keeps what others put there', async () => {
        await host.commit(repo, change([{ path: UNIT, content: 'one\n' }]));
        const review = await subject.push({
          branch: 'fairway/db',
          files: { 'notes.md': 'reviewed\n' },
        });
        const result = await host.commit(
          repo,
          change([{ path: 'live/acme/other.hcl', content: 'two\n' }]),
        );
        expect(result.action).toBe('updated');
        expect(await text('fairway/db', 'notes.md')).toBe('reviewed\n');
        expect(await text('fairway/db', UNIT)).toBe('one\n');
        expect(
          await host.diff(repo, { base: review, head: result.commitSha }),
        ).toContain('+two');
      });

      it('never reverts what a reviewer changed in the same file', async () => {
        const order = change([{ path: UNIT, content: 'one\n' }]);
        await host.commit(repo, order);
        const review = await subject.push({
          branch: 'fairway/db',
          files: { [UNIT]: 'better\n' },
        });
        expect(await codeOf(host.commit(repo, order))).toBe('git-path-changed');
        expect(await sha('fairway/db')).toBe(review);
        const again = await host.commit(repo, { ...order, baseSha: review });
        expect(again.action).toBe('updated');
      });

      it('refuses when a touched path was changed on the base since it was read', async () => {
        await subject.push({ branch: 'main', files: { [UNIT]: 'moved\n' } });
        const attempt = host.commit(
          repo,
          change([{ path: UNIT, content: 'mine\n' }]),
        );
        await expect(attempt).rejects.toThrow(
          `"${UNIT}" was changed on "main"`,
        );
        expect(await host.resolve(repo, 'fairway/db')).toBeUndefined();
      });

      it('starts at the commit that was read when the base changed elsewhere', async () => {
        await subject.push({ branch: 'main', files: { 'README.md': 'new\n' } });
        const { commitSha } = await host.commit(
          repo,
          change([{ path: UNIT, content: 'mine\n' }]),
        );
        expect(await text(commitSha, 'README.md')).toBe(
          CONTRACT_FILES['README.md'],
        );
      });

      it('never writes the base branch', async () => {
        const attempt = host.commit(
          repo,
          change([{ path: UNIT, content: 'x' }], { branch: 'main' }),
        );
        expect(await codeOf(attempt)).toBe('git-branch-protected');
        expect(await sha('main')).toBe(baseSha);
      });

      it.each<[GitHostErrorCode, FileChange[]]>([
        ['git-change-empty', []],
        ['git-path-invalid', [{ path: '../evil', content: '' }]],
        ['git-path-invalid', [{ path: '.git/config', content: '' }]],
        [
          'git-path-duplicate',
          [
            { path: 'a', content: '' },
            { path: 'a', delete: true },
          ],
        ],
        [
          'git-path-case-collision',
          [
            { path: 'a/x', content: '' },
            { path: 'A/y', content: '' },
          ],
        ],
        ['git-path-case-collision', [{ path: 'LIVE/acme/x.hcl', content: '' }]],
        ['git-path-case-collision', [{ path: 'readme.MD', content: '' }]],
        [
          'git-path-type-conflict',
          [
            { path: 'a', content: '' },
            { path: 'a/b', content: '' },
          ],
        ],
        ['git-path-type-conflict', [{ path: 'live/acme', content: '' }]],
        ['git-path-type-conflict', [{ path: 'README.md/x', content: '' }]],
        ['git-path-type-conflict', [{ path: 'link/acme/x.hcl', content: '' }]],
        ['git-path-type-conflict', [{ path: 'link', content: '' }]],
        ['git-path-type-conflict', [{ path: 'live/acme', delete: true }]],
        ['git-delete-missing', [{ path: 'none.hcl', delete: true }]],
        ['git-content-invalid', [{ path: 'a', content: 'half \ud83d' }]],
        [
          'git-file-too-large',
          [{ path: 'a', content: 'x'.repeat(1024 * 1024 + 1) }],
        ],
        [
          'git-change-too-many-files',
          Array.from({ length: 401 }, (_, index) => ({
            path: `f${index}`,
            content: '',
          })),
        ],
        [
          'git-change-too-large',
          Array.from({ length: 11 }, (_, index) => ({
            path: `f${index}`,
            content: 'x'.repeat(1024 * 1024),
          })),
        ],
      ])('refuses %s and leaves nothing behind: %#', async (code, files) => {
        expect(await codeOf(host.commit(repo, change(files)))).toBe(code);
        expect(await codeOf(host.previewDiff(repo, { baseSha, files }))).toBe(
          code,
        );
        expect(await host.resolve(repo, 'fairway/db')).toBeUndefined();
      });

      it('renames by case, and swaps a file for a folder, when the old name is deleted in the same change', async () => {
        const order = change([
          { path: 'README.md', delete: true },
          { path: 'Readme.md', content: 'x' },
          { path: 'scripts/run.sh', delete: true },
          { path: 'scripts/run.sh.d/part', content: 'y' },
          { path: UNIT, delete: true },
          { path: `${UNIT}/inner`, content: 'z' },
        ]);
        const { commitSha } = await host.commit(repo, order);
        expect(await text(commitSha, 'Readme.md')).toBe('x');
        expect(await text(commitSha, `${UNIT}/inner`)).toBe('z');
        expect((await host.commit(repo, order)).action).toBe('unchanged');
      });

      it.each<[GitHostErrorCode, Partial<ChangeSet>]>([
        ['git-text-invalid', { author: { name: 'A\nfrom x', email: 'a@b' } }],
        ['git-text-invalid', { author: { name: 'A <x', email: 'a@b' } }],
        ['git-text-invalid', { message: ' \n' }],
        ['git-text-invalid', { message: 'a\0b' }],
        ['git-text-invalid', { trailers: [{ key: 'A', value: 'x\nB: y' }] }],
        ['git-text-invalid', { trailers: [{ key: 'A: b', value: 'x' }] }],
        ['git-text-invalid', { at: new Date(Number.NaN) }],
        ['git-ref-invalid', { branch: '--force' }],
        ['git-ref-invalid', { branch: 'a/../../heads/main' }],
        ['git-ref-invalid', { branch: 'refs/heads/x' }],
        ['git-ref-invalid', { branch: 'x.lock' }],
        ['git-ref-invalid', { branch: 'x y' }],
        ['git-ref-invalid', { branch: 'x\ndelete refs/heads/main' }],
        ['git-ref-invalid', { baseSha: 'main' }],
        ['git-ref-not-found', { baseSha: '1'.repeat(40) }],
        ['git-ref-not-found', { baseBranch: 'nobody' }],
      ])('refuses %s: %j', async (code, more) => {
        const order = change([{ path: 'a', content: 'x' }], more);
        expect(await codeOf(host.commit(repo, order))).toBe(code);
      });
    });

    describe('diffs', () => {
      it('previews exactly the diff of the commit and leaves no reference', async () => {
        const files: FileChange[] = [
          { path: UNIT, content: 'inputs = {\n  size = 2\n}\n' },
          { path: 'live/größe.hcl', content: 'no newline at the end' },
          { path: 'scripts/run.sh', content: 'x\n', executable: false },
          { path: 'README.md', delete: true },
        ];
        const preview = await host.previewDiff(repo, { baseSha, files });
        expect(await host.resolve(repo, 'fairway/db')).toBeUndefined();
        const { commitSha } = await host.commit(repo, change(files));
        expect(await host.diff(repo, { base: baseSha, head: commitSha })).toBe(
          preview,
        );
        expect(preview).toContain('-  size = 1\n+  size = 2\n');
        expect(preview).toContain('+++ b/live/größe.hcl');
        expect(preview).toContain('\\ No newline at end of file');
      });

      it('previews nothing for what is there already', async () => {
        const files = [{ path: UNIT, content: CONTRACT_FILES[UNIT] }];
        expect(await host.previewDiff(repo, { baseSha, files })).toBe('');
      });
    });

    describe('changes', () => {
      it('opens a change once and finds it again', async () => {
        const { commitSha } = await host.commit(
          repo,
          change([{ path: UNIT, content: 'x\n' }]),
        );
        expect(
          await host.findChange(repo, { branch: 'fairway/db' }),
        ).toBeUndefined();
        const opened = await open();
        expect(opened).toMatchObject({
          title: 'Order a database',
          body: 'For payments',
          state: 'open',
          branch: 'fairway/db',
          baseBranch: 'main',
          headSha: commitSha,
        });
        expect(await open()).toEqual(opened);
        expect(await host.findChange(repo, { branch: 'fairway/db' })).toEqual(
          opened,
        );
      });

      it('gives every branch its own number', async () => {
        const numbers = new Set<number>();
        for (const branch of ['one', 'two', 'three']) {
          await host.commit(
            repo,
            change([{ path: branch, content: 'x' }], { branch }),
          );
          numbers.add((await open(branch)).number);
        }
        expect(numbers.size).toBe(3);
      });

      it('tells the head as it is after more commits', async () => {
        await host.commit(repo, change([{ path: UNIT, content: 'x\n' }]));
        await open();
        const head = await subject.push({
          branch: 'fairway/db',
          files: { 'notes.md': 'y' },
        });
        const found = await host.findChange(repo, { branch: 'fairway/db' });
        expect(found?.headSha).toBe(head);
      });

      it('is merged once the base holds it', async () => {
        await host.commit(repo, change([{ path: UNIT, content: 'x\n' }]));
        const opened = await open();
        await subject.push({ branch: 'main', files: { 'README.md': 'y' } });
        const mergeSha = await subject.merge({ branch: 'fairway/db' });
        await subject.push({ branch: 'main', files: { 'README.md': 'z' } });
        expect(await host.findChange(repo, { branch: 'fairway/db' })).toEqual({
          ...opened,
          state: 'merged',
          mergeSha,
        });
      });

      it('refuses a branch that is not there, and one with nothing to merge', async () => {
        expect(await codeOf(open('nobody'))).toBe('git-ref-not-found');
        await subject.push({ branch: 'done', files: { 'notes.md': 'y' } });
        await subject.merge({ branch: 'done' });
        expect(await codeOf(open('done'))).toBe('git-nothing-to-merge');
      });
    });

    changeLifeContract(() => subject, exceptions);
  });
}
