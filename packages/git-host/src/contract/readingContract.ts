// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

/* eslint-disable jest/no-export, jest/no-standalone-expect -- called by the contract suite, whose `it` knows exceptions */
import type { ContractFixture } from './fixture';
import { CONTRACT_FILES, UNIT } from './subject';

/** References, folders and files, as they are at a commit. */
export function readingContract(at: ContractFixture, it: jest.It): void {
  const { codeOf, text } = at;

  describe('reading', () => {
    it('names the default branch', async () => {
      expect(await at.host.defaultBranch(at.repo)).toBe('main');
    });

    it('resolves branches and commits, and nothing that is not there', async () => {
      expect(at.baseSha).toMatch(/^[0-9a-f]{40}$/);
      expect(await at.host.resolve(at.repo, at.baseSha)).toBe(at.baseSha);
      expect(await at.host.resolve(at.repo, 'nobody')).toBeUndefined();
      expect(await at.host.resolve(at.repo, '0'.repeat(39).concat('1'))).toBe(
        undefined,
      );
    });

    it('takes no revision expressions and no options for a reference', async () => {
      for (const ref of ['main~1', '--all', 'main:README.md', '@{-1}', '']) {
        expect(await codeOf(at.host.resolve(at.repo, ref))).toBe(
          'git-ref-invalid',
        );
      }
    });

    it('lists files with their modes, also below a folder', async () => {
      const all = await at.host.readTree(at.repo, { ref: 'main' });
      expect(all.map(({ path, mode }) => `${mode} ${path}`)).toEqual([
        '100644 README.md',
        '120000 link',
        `100644 ${UNIT}`,
        '100644 live/acme/env.hcl',
        '100755 scripts/run.sh',
      ]);
      const below = await at.host.readTree(at.repo, {
        ref: at.baseSha,
        under: 'live/acme/db',
      });
      expect(below.map(({ path }) => path)).toEqual([UNIT]);
      expect(
        await at.host.readTree(at.repo, { ref: 'main', under: 'none' }),
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
        await codeOf(at.host.resolve(at.subject.foreignRepository, 'main')),
      ).toBe('git-repository-not-configured');
    });
  });
}
