// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { readdirSync } from 'node:fs';
import { checkFiles, DEFAULT_CHANGE_LIMITS } from '../changeSet';
import type { PlannedWrite } from '../planCommit';
import type { FileChange } from '../types';
import { BareRepository } from './__testUtils__/bareRepository';
import { Git } from './Git';
import { importCommit } from './importCommit';
import { LocalGitHost } from './LocalGitHost';

const PERSON = { name: 'Pia', email: 'pia@acme.example' };

describe('importCommit', () => {
  let repository: BareRepository;
  let git: Git;

  beforeEach(() => {
    repository = BareRepository.create();
    git = Git.create({ gitDir: repository.gitDir, label: 'infra' });
  });
  afterEach(() => repository.dispose());

  const write = (file: FileChange): PlannedWrite => ({
    ...checkFiles([file], { limits: DEFAULT_CHANGE_LIMITS, branch: 'x' })
      .writes[0],
    mode: '100644',
  });
  const order = (writes: PlannedWrite[]) => ({
    parentSha: repository.head('main'),
    ref: 'refs/fairway/scratch/test',
    plan: { writes, deletes: [] },
    message: 'Test\n',
    author: PERSON,
    committer: PERSON,
    at: new Date(0),
  });

  // Asked by a script, git 2.39 writes all three without a word.
  it.each(['../evil', '.git/config', 'a/../../evil'])(
    'is never asked for %s',
    async path => {
      const host = await LocalGitHost.create({ root: repository.root });
      const before = repository.git(['count-objects', '-v']);
      await expect(
        host.commit(repository.ref, {
          branch: 'fairway/evil',
          baseSha: repository.head('main')!,
          files: [{ path, content: 'x' }],
          message: 'x',
          trailers: [],
          author: PERSON,
        }),
      ).rejects.toThrow(`The path "${path}" cannot be used`);
      expect(repository.git(['count-objects', '-v'])).toBe(before);
    },
  );

  it('makes the commit that git reads back byte for byte', async () => {
    const content = 'a ${b} %{c} "q" \\ $(id)\r\n🚀\ndata 5\nM 644 x y\n';
    const sha = await importCommit(
      git,
      order([write({ path: 'live/größe (1).hcl', content })]),
    );
    expect(
      repository.git(['cat-file', 'blob', `${sha}:live/größe (1).hcl`]),
    ).toBe(content.trimEnd());
    expect(
      repository.git(['show', '-s', '--format=%an %ae %at %cn', sha]),
    ).toBe('Pia pia@acme.example 0 Pia');
  });

  it('throws the commit away when git made something else of it', async () => {
    const wrong = {
      ...write({ path: 'a', content: 'x' }),
      blobSha: '0'.repeat(40),
    };
    await expect(importCommit(git, order([wrong]))).rejects.toMatchObject({
      code: 'git-commit-mismatch',
      message: expect.stringContaining('"a"'),
    });
    // A path that was written besides the planned ones is found too.
    const hidden = write({ path: 'b', content: 'x' });
    const sly = {
      ...hidden,
      path: 'b"\ndata 1\nx\nD README.md\nM 100644 inline "c',
    };
    const ref = 'refs/fairway/scratch/sly';
    await expect(
      importCommit(git, { ...order([sly]), ref }),
    ).rejects.toMatchObject({ code: 'git-commit-mismatch' });
  });

  it('says what failed without telling the folder, and leaves no crash report', async () => {
    const attempt = importCommit(git, {
      ...order([write({ path: 'a', content: 'x' })]),
      parentSha: '1'.repeat(40),
    });
    const error: Error & { code?: string } = await attempt.then(
      () => new Error('no error'),
      reason => reason,
    );
    expect(error.code).toBe('git-failed');
    expect(error.message).not.toContain(repository.root);
    expect(readdirSync(repository.gitDir).join()).not.toContain('crash');
  });
});
