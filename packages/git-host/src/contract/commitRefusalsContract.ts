// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

/* eslint-disable jest/no-export, jest/no-standalone-expect -- called by the contract suite, whose `it` knows exceptions */
import type { GitHostErrorCode } from '../errors';
import type { ChangeSet, FileChange } from '../types';
import type { ContractFixture } from './fixture';
import { UNIT } from './subject';

/** What is not committed, and leaves nothing behind. */
export function commitRefusalsContract(at: ContractFixture, it: jest.It): void {
  const { change, codeOf, sha } = at;

  describe('refusing to commit', () => {
    it('never writes the base branch', async () => {
      const attempt = at.host.commit(
        at.repo,
        change([{ path: UNIT, content: 'x' }], { branch: 'main' }),
      );
      expect(await codeOf(attempt)).toBe('git-branch-protected');
      expect(await sha('main')).toBe(at.baseSha);
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
      expect(await codeOf(at.host.commit(at.repo, change(files)))).toBe(code);
      expect(
        await codeOf(
          at.host.previewDiff(at.repo, { baseSha: at.baseSha, files }),
        ),
      ).toBe(code);
      expect(await at.host.resolve(at.repo, 'fairway/db')).toBeUndefined();
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
      expect(await codeOf(at.host.commit(at.repo, order))).toBe(code);
    });
  });
}
