// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

/* eslint-disable jest/no-export, jest/no-standalone-expect -- called by the contract suite, whose `it` knows exceptions */
import type { ContractFixture } from './fixture';
import { BRANCH, proposals } from './proposals';
import { UNIT } from './subject';

/** Deleting branches and comparing them. */
export function branchContract(at: ContractFixture, it: jest.It): void {
  const { codeOf, sha } = at;
  const { find, get, merge, propose } = proposals(at);

  describe('deleting a branch', () => {
    it('is done only while it is at the commit', async () => {
      const opened = await propose();
      const headSha = await at.subject.push({
        branch: BRANCH,
        files: { 'notes.md': 'unseen\n' },
      });
      const remove = (head: string) =>
        at.host.deleteBranch(at.repo, { branch: BRANCH, sha: head });
      expect(await remove(opened.headSha)).toBe(false);
      expect(await sha(BRANCH)).toBe(headSha);
      expect(await remove(headSha)).toBe(true);
      expect(await remove(headSha)).toBe(false);
      expect(await at.host.resolve(at.repo, BRANCH)).toBeUndefined();
      const closed = { ...opened, state: 'closed', headSha };
      expect(await get(opened.number)).toEqual(closed);
      expect(await find()).toEqual(closed);
    });

    it('leaves a change closed when somebody makes a branch of the same name', async () => {
      const opened = await propose();
      const { headSha } = opened;
      await at.host.deleteBranch(at.repo, { branch: BRANCH, sha: headSha });
      await at.subject.push({ branch: BRANCH, files: { other: 'x' } });
      const closed = { ...opened, state: 'closed' };
      expect(await get(opened.number)).toEqual(closed);
    });

    it('keeps what is known of a change that somebody else merged', async () => {
      const opened = await propose();
      const headSha = await at.subject.push({
        branch: BRANCH,
        files: { 'notes.md': 'reviewed\n' },
      });
      const mergeSha = await at.subject.merge({ branch: BRANCH });
      await at.host.deleteBranch(at.repo, { branch: BRANCH, sha: headSha });
      const merged = { ...opened, state: 'merged', headSha, mergeSha };
      expect(await get(opened.number)).toEqual(merged);
      expect(await merge({ ...opened, headSha })).toEqual({ mergeSha });
    });

    it('never deletes the default branch', async () => {
      const attempt = at.host.deleteBranch(at.repo, {
        branch: 'main',
        sha: at.baseSha,
      });
      expect(await codeOf(attempt)).toBe('git-branch-protected');
      expect(await sha('main')).toBe(at.baseSha);
    });
  });

  describe('comparing', () => {
    it('tells files and commits since the merge base', async () => {
      const { commitSha } = await at.host.commit(at.repo, {
        branch: BRANCH,
        baseSha: at.baseSha,
        files: [
          { path: UNIT, content: 'two\n' },
          { path: 'README.md', delete: true },
          { path: 'live/größe.md', content: 'Infrastructure\n' },
        ],
        message: 'Rename\n\nIt is long.',
        trailers: [{ key: 'Requested-by', value: 'user:default/pia' }],
        author: { name: 'Pia Sørensen', email: 'pia@acme.example' },
        at: new Date('2026-01-02T03:04:05Z'),
      });
      const headSha = await at.subject.push({
        branch: BRANCH,
        files: { 'notes.md': 'more\n' },
      });
      await at.subject.push({ branch: 'main', files: { 'other.md': 'x\n' } });
      const comparison = await at.host.compare(at.repo, {
        base: 'main',
        head: BRANCH,
      });
      expect(comparison).toMatchObject({
        mergeBaseSha: at.baseSha,
        aheadBy: 2,
        behindBy: 1,
      });
      expect(
        comparison.files.map(({ path, status }) => `${status} ${path}`).sort(),
      ).toEqual([
        'added live/größe.md',
        'added notes.md',
        `modified ${UNIT}`,
        'removed README.md',
      ]);
      const [first, second] = comparison.commits;
      expect(first).toMatchObject({
        sha: commitSha,
        author: { name: 'Pia Sørensen', email: 'pia@acme.example' },
      });
      expect(new Date(first.at)).toEqual(new Date('2026-01-02T03:04:05Z'));
      expect(first.message.trim()).toBe(
        'Rename\n\nIt is long.\n\nRequested-by: user:default/pia',
      );
      expect(second.sha).toBe(headSha);
    });

    it('of the same commit is empty', async () => {
      const same = await at.host.compare(at.repo, {
        base: 'main',
        head: at.baseSha,
      });
      expect(same).toEqual({
        mergeBaseSha: at.baseSha,
        ...{ aheadBy: 0, behindBy: 0, files: [], commits: [] },
      });
    });

    it('is refused for what is not there', async () => {
      const attempt = at.host.compare(at.repo, {
        base: 'main',
        head: 'nobody',
      });
      expect(await codeOf(attempt)).toBe('git-ref-not-found');
    });
  });
}
