// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

/* eslint-disable jest/no-export, jest/no-standalone-expect -- called by the contract suite, whose `it` knows exceptions */
import type { ContractFixture } from './fixture';
import { CONTRACT_FILES, UNIT } from './subject';

/** One commit with everything in it, on top of what others did. */
export function committingContract(at: ContractFixture, it: jest.It): void {
  const { change, codeOf, sha, text } = at;

  describe('committing', () => {
    it('writes, replaces and deletes in one commit on a new branch', async () => {
      const bytes = Uint8Array.from([0, 255, 10, 13, 128]);
      const result = await at.host.commit(
        at.repo,
        change([
          { path: UNIT, content: 'changed\n' },
          { path: 'live/größe/データ.bin', content: bytes },
          { path: 'README.md', delete: true },
        ]),
      );
      expect(result.action).toBe('created');
      expect(await sha('fairway/db')).toBe(result.commitSha);
      expect(await sha('main')).toBe(at.baseSha);
      expect(await text('fairway/db', UNIT)).toBe('changed\n');
      expect(await text('fairway/db', 'README.md')).toBeUndefined();
      const written = await at.host.readFile(at.repo, {
        ref: 'fairway/db',
        path: 'live/größe/データ.bin',
      });
      expect(written && Uint8Array.from(written)).toEqual(bytes);
      const tree = await at.host.readTree(at.repo, { ref: 'fairway/db' });
      expect(tree).toHaveLength(5);
    });

    it('keeps modes, and sets the executable bit only when asked', async () => {
      await at.host.commit(
        at.repo,
        change([
          { path: 'scripts/run.sh', content: '#!/bin/sh\ntrue\n' },
          { path: 'scripts/new.sh', content: 'x', executable: true },
          { path: 'README.md', content: 'y' },
        ]),
      );
      const tree = await at.host.readTree(at.repo, { ref: 'fairway/db' });
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
      const first = await at.host.commit(at.repo, order);
      const second = await at.host.commit(at.repo, order);
      expect(second).toEqual({
        commitSha: first.commitSha,
        action: 'unchanged',
      });
    });

    it('makes no branch for what the base holds already', async () => {
      const result = await at.host.commit(
        at.repo,
        change([{ path: UNIT, content: CONTRACT_FILES[UNIT] }]),
      );
      expect(result).toEqual({ commitSha: at.baseSha, action: 'unchanged' });
      expect(await at.host.resolve(at.repo, 'fairway/db')).toBeUndefined();
    });

    it('puts a commit on top of a branch and keeps what others put there', async () => {
      await at.host.commit(at.repo, change([{ path: UNIT, content: 'one\n' }]));
      const review = await at.subject.push({
        branch: 'fairway/db',
        files: { 'notes.md': 'reviewed\n' },
      });
      const result = await at.host.commit(
        at.repo,
        change([{ path: 'live/acme/other.hcl', content: 'two\n' }]),
      );
      expect(result.action).toBe('updated');
      expect(await text('fairway/db', 'notes.md')).toBe('reviewed\n');
      expect(await text('fairway/db', UNIT)).toBe('one\n');
      expect(
        await at.host.diff(at.repo, { base: review, head: result.commitSha }),
      ).toContain('+two');
    });

    it('never reverts what a reviewer changed in the same file', async () => {
      const order = change([{ path: UNIT, content: 'one\n' }]);
      await at.host.commit(at.repo, order);
      const review = await at.subject.push({
        branch: 'fairway/db',
        files: { [UNIT]: 'better\n' },
      });
      expect(await codeOf(at.host.commit(at.repo, order))).toBe(
        'git-path-changed',
      );
      expect(await sha('fairway/db')).toBe(review);
      const again = await at.host.commit(at.repo, {
        ...order,
        baseSha: review,
      });
      expect(again.action).toBe('updated');
    });

    it('refuses when a touched path was changed on the base since it was read', async () => {
      await at.subject.push({ branch: 'main', files: { [UNIT]: 'moved\n' } });
      const attempt = at.host.commit(
        at.repo,
        change([{ path: UNIT, content: 'mine\n' }]),
      );
      await expect(attempt).rejects.toThrow(`"${UNIT}" was changed on "main"`);
      expect(await at.host.resolve(at.repo, 'fairway/db')).toBeUndefined();
    });

    it('starts at the commit that was read when the base changed elsewhere', async () => {
      await at.subject.push({
        branch: 'main',
        files: { 'README.md': 'new\n' },
      });
      const { commitSha } = await at.host.commit(
        at.repo,
        change([{ path: UNIT, content: 'mine\n' }]),
      );
      expect(await text(commitSha, 'README.md')).toBe(
        CONTRACT_FILES['README.md'],
      );
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
      const { commitSha } = await at.host.commit(at.repo, order);
      expect(await text(commitSha, 'Readme.md')).toBe('x');
      expect(await text(commitSha, `${UNIT}/inner`)).toBe('z');
      expect((await at.host.commit(at.repo, order)).action).toBe('unchanged');
    });
  });
}
