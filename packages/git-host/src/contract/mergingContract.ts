// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

/* eslint-disable jest/no-export, jest/no-standalone-expect -- called by the contract suite, whose `it` knows exceptions */
import type { GitHostErrorCode } from '../errors';
import type { ContractFixture } from './fixture';
import { BRANCH, MERGER, proposals } from './proposals';
import { UNIT } from './subject';

/** Merging what was decided about, and nothing else. */
export function mergingContract(at: ContractFixture, it: jest.It): void {
  const { codeOf, refusal, sha, text } = at;
  const { find, get, merge, propose } = proposals(at);

  describe('merging', () => {
    it('makes a merge commit of base and head, with message, trailers and author', async () => {
      const opened = await propose();
      const mainSha = await at.subject.push({
        branch: 'main',
        files: { 'README.md': 'new\n' },
      });
      const { mergeSha } = await merge(opened);
      expect(await sha('main')).toBe(mergeSha);
      expect(await text('main', UNIT)).toBe('two\n');
      expect(await text('main', 'README.md')).toBe('new\n');
      const { commits, behindBy } = await at.host.compare(at.repo, {
        base: mainSha,
        head: mergeSha,
      });
      expect(behindBy).toBe(0);
      expect(commits.map(commit => commit.sha)).toEqual([
        opened.headSha,
        mergeSha,
      ]);
      expect(commits[1]).toMatchObject({
        author: at.subject.mergesAs ?? MERGER,
      });
      expect(commits[1].message.trim()).toBe(
        'Merge the database\n\nIt was approved.\n\nApproved-by: user:default/ola',
      );
      const merged = { ...opened, state: 'merged', mergeSha };
      expect(await get(opened.number)).toEqual(merged);
      expect(await find()).toEqual(merged);
    });

    it('answers the same when it is asked again, also when the branch is gone', async () => {
      const opened = await propose();
      const first = await merge(opened);
      expect(await merge(opened)).toEqual(first);
      const branch = { branch: BRANCH, sha: opened.headSha };
      expect(await at.host.deleteBranch(at.repo, branch)).toBe(true);
      expect(await merge(opened)).toEqual(first);
      expect(await sha('main')).toBe(first.mergeSha);
    });

    it('refuses any other commit than the one that was decided about', async () => {
      const opened = await propose();
      const headSha = await at.subject.push({
        branch: BRANCH,
        files: { 'notes.md': 'one more\n' },
      });
      const { code, details } = await refusal(merge(opened));
      expect(code).toBe('git-change-moved');
      expect(details).toEqual({ headSha });
      expect(await sha('main')).toBe(at.baseSha);
      await merge({ ...opened, headSha });
      expect(await text('main', 'notes.md')).toBe('one more\n');
      expect(await codeOf(merge(opened))).toBe('git-change-moved');
    });

    it('names the paths of a conflict and leaves the base alone', async () => {
      const opened = await propose();
      expect(await at.host.mergeability(at.repo, opened)).toEqual({
        state: 'clean',
        paths: [],
      });
      const mainSha = await at.subject.push({
        branch: 'main',
        files: { [UNIT]: 'other\n' },
      });
      expect(await at.host.mergeability(at.repo, opened)).toEqual({
        state: 'conflict',
        paths: [UNIT],
      });
      const { code, details, message: words } = await refusal(merge(opened));
      expect(code).toBe('git-merge-conflict');
      expect(details).toEqual({ paths: [UNIT] });
      expect(words).toContain(`"${UNIT}"`);
      expect(await sha('main')).toBe(mainSha);
      expect(await get(opened.number)).toEqual(opened);
    });

    it('keeps a change merged when its branch goes on, and opens another one for what is new', async () => {
      const opened = await propose();
      const { mergeSha } = await merge(opened);
      const headSha = await at.subject.push({
        branch: BRANCH,
        files: { 'notes.md': 'later\n' },
      });
      const merged = { ...opened, state: 'merged', mergeSha };
      expect(await get(opened.number)).toEqual(merged);
      const next = await at.host.openChange(at.repo, {
        branch: BRANCH,
        baseBranch: 'main',
        title: 'More',
        body: '',
        author: MERGER,
      });
      expect(next).toMatchObject({ state: 'open', headSha });
      expect(next.number).not.toBe(opened.number);
      expect(await get(opened.number)).toEqual(merged);
    });

    it.each<[GitHostErrorCode, object]>([
      ['git-ref-invalid', { headSha: 'main' }],
      ['git-text-invalid', { message: '' }],
      ['git-text-invalid', { author: { name: 'A <x', email: 'a@b' } }],
      ['git-text-invalid', { trailers: [{ key: 'A', value: 'x\nB: y' }] }],
    ])('refuses %s: %j', async (code, more) => {
      const { number, headSha } = await propose();
      const order = { number, headSha, message: 'Merge', trailers: [] };
      const attempt = { ...order, author: MERGER, ...more };
      expect(await codeOf(at.host.mergeChange(at.repo, attempt))).toBe(code);
      expect(await sha('main')).toBe(at.baseSha);
    });
  });
}
