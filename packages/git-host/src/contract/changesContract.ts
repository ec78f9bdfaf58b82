// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

/* eslint-disable jest/no-export, jest/no-standalone-expect -- called by the contract suite, whose `it` knows exceptions */
import type { FileChange } from '../types';
import type { ContractFixture } from './fixture';
import { CONTRACT_FILES, UNIT } from './subject';

/** Diffs, and opening a change and finding it again. */
export function changesContract(at: ContractFixture, it: jest.It): void {
  const { change, codeOf, open } = at;

  describe('diffs', () => {
    it('previews exactly the diff of the commit and leaves no reference', async () => {
      const files: FileChange[] = [
        { path: UNIT, content: 'inputs = {\n  size = 2\n}\n' },
        { path: 'live/größe.hcl', content: 'no newline at the end' },
        { path: 'scripts/run.sh', content: 'x\n', executable: false },
        { path: 'README.md', delete: true },
      ];
      const preview = await at.host.previewDiff(at.repo, {
        baseSha: at.baseSha,
        files,
      });
      expect(await at.host.resolve(at.repo, 'fairway/db')).toBeUndefined();
      const { commitSha } = await at.host.commit(at.repo, change(files));
      expect(
        await at.host.diff(at.repo, { base: at.baseSha, head: commitSha }),
      ).toBe(preview);
      expect(preview).toContain('-  size = 1\n+  size = 2\n');
      expect(preview).toContain('+++ b/live/größe.hcl');
      expect(preview).toContain('\\ No newline at end of file');
    });

    it('previews nothing for what is there already', async () => {
      const files = [{ path: UNIT, content: CONTRACT_FILES[UNIT] }];
      expect(
        await at.host.previewDiff(at.repo, { baseSha: at.baseSha, files }),
      ).toBe('');
    });
  });

  describe('changes', () => {
    it('opens a change once and finds it again', async () => {
      const { commitSha } = await at.host.commit(
        at.repo,
        change([{ path: UNIT, content: 'x\n' }]),
      );
      expect(
        await at.host.findChange(at.repo, { branch: 'fairway/db' }),
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
      expect(
        await at.host.findChange(at.repo, { branch: 'fairway/db' }),
      ).toEqual(opened);
    });

    it('gives every branch its own number', async () => {
      const numbers = new Set<number>();
      for (const branch of ['one', 'two', 'three']) {
        await at.host.commit(
          at.repo,
          change([{ path: branch, content: 'x' }], { branch }),
        );
        numbers.add((await open(branch)).number);
      }
      expect(numbers.size).toBe(3);
    });

    it('tells the head as it is after more commits', async () => {
      await at.host.commit(at.repo, change([{ path: UNIT, content: 'x\n' }]));
      await open();
      const head = await at.subject.push({
        branch: 'fairway/db',
        files: { 'notes.md': 'y' },
      });
      const found = await at.host.findChange(at.repo, { branch: 'fairway/db' });
      expect(found?.headSha).toBe(head);
    });

    it('is merged once the base holds it', async () => {
      await at.host.commit(at.repo, change([{ path: UNIT, content: 'x\n' }]));
      const opened = await open();
      await at.subject.push({ branch: 'main', files: { 'README.md': 'y' } });
      const mergeSha = await at.subject.merge({ branch: 'fairway/db' });
      await at.subject.push({ branch: 'main', files: { 'README.md': 'z' } });
      expect(
        await at.host.findChange(at.repo, { branch: 'fairway/db' }),
      ).toEqual({
        ...opened,
        state: 'merged',
        mergeSha,
      });
    });

    it('refuses a branch that is not there, and one with nothing to merge', async () => {
      expect(await codeOf(open('nobody'))).toBe('git-ref-not-found');
      await at.subject.push({ branch: 'done', files: { 'notes.md': 'y' } });
      await at.subject.merge({ branch: 'done' });
      expect(await codeOf(open('done'))).toBe('git-nothing-to-merge');
    });
  });
}
