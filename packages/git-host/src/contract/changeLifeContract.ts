// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

/* eslint-disable jest/no-export, jest/no-standalone-expect -- called by the contract suite, whose `it` knows exceptions */
import type { GitHostErrorCode } from '../errors';
import type { ContractFixture } from './fixture';
import { BRANCH, NOBODY, proposals } from './proposals';

/** A change by its number: its words, and its end without a merge. */
export function changeLifeContract(at: ContractFixture, it: jest.It): void {
  const { codeOf, refusal, sha } = at;
  const { find, get, merge, propose } = proposals(at);

  describe('a change by its number', () => {
    it('is what was opened, and nothing where there is none', async () => {
      const opened = await propose();
      expect(await get(opened.number)).toEqual(opened);
      for (const number of [NOBODY, 0, -1, 1.5]) {
        expect(await get(number)).toBeUndefined();
      }
    });

    it('takes new words, and keeps those that are not given', async () => {
      const { number } = await propose();
      const titled = await at.host.updateChange(at.repo, {
        number,
        title: 'Bigger',
      });
      expect(titled).toMatchObject({ title: 'Bigger', body: 'For payments' });
      await at.host.updateChange(at.repo, { number, body: '' });
      expect(await get(number)).toMatchObject({ title: 'Bigger', body: '' });
    });

    it.each<[GitHostErrorCode, { title?: string; body?: string }]>([
      ['git-text-invalid', { title: '' }],
      ['git-text-invalid', { title: 'a\nb' }],
      ['git-text-invalid', { body: 'a\0b' }],
    ])('refuses %s: %j', async (code, words) => {
      const { number } = await propose();
      const attempt = at.host.updateChange(at.repo, { number, ...words });
      expect(await codeOf(attempt)).toBe(code);
    });

    it('is asked for by name when it is not there', async () => {
      const number = NOBODY;
      const attempts = [
        () => at.host.updateChange(at.repo, { number, title: 'x' }),
        () => at.host.closeChange(at.repo, { number }),
        () => merge({ number, headSha: at.baseSha }),
        () => at.host.mergeability(at.repo, { number }),
        () => at.host.reviews(at.repo, { number }),
      ];
      for (const attempt of attempts) {
        const { code, message: words } = await refusal(attempt());
        expect(code).toBe('git-change-not-found');
        expect(words).toContain('"4711"');
      }
    });
  });

  describe('closing', () => {
    it('keeps the branch, and once is as good as twice', async () => {
      const opened = await propose();
      const closed = { ...opened, state: 'closed' };
      expect(await at.host.closeChange(at.repo, opened)).toEqual(closed);
      expect(await at.host.closeChange(at.repo, opened)).toEqual(closed);
      expect(await sha(BRANCH)).toBe(opened.headSha);
      expect(await get(opened.number)).toEqual(closed);
      expect(await codeOf(merge(opened))).toBe('git-change-closed');
      expect(await sha('main')).toBe(at.baseSha);
    });

    it('makes room for a new change of the same branch', async () => {
      const opened = await propose();
      await at.host.closeChange(at.repo, opened);
      const again = await propose();
      expect(again).toMatchObject({ state: 'open', headSha: opened.headSha });
      expect(again.number).toBeGreaterThan(opened.number);
      expect(await get(opened.number)).toMatchObject({ state: 'closed' });
      expect((await find())?.number).toBe(again.number);
    });

    it('is refused for a merged change', async () => {
      const opened = await propose();
      await merge(opened);
      const attempt = at.host.closeChange(at.repo, opened);
      expect(await codeOf(attempt)).toBe('git-change-merged');
    });
  });
}
