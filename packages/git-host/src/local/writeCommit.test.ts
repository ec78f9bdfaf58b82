// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { checkFiles, DEFAULT_CHANGE_LIMITS } from '../changeSet';
import type { PlannedWrite } from '../planCommit';
import type { FileChange } from '../types';
import { BareRepository } from './__testUtils__/bareRepository';
import { Git } from './Git';
import { LocalGitHost } from './LocalGitHost';
import { readSnapshots } from './objects';
import { writeCommit } from './writeCommit';

const PERSON = { name: 'Pia', email: 'pia@acme.example' };

describe('writeCommit', () => {
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
  const order = async (
    writes: PlannedWrite[],
    more: { deletes?: string[]; folders?: string[] } = {},
  ) => {
    const { deletes = [], folders = [''] } = more;
    const parentSha = repository.head('main')!;
    const commits = [parentSha];
    const [parent] = await readSnapshots(git, { commits, folders });
    return {
      parentSha,
      trees: parent!.trees,
      plan: { writes, deletes },
      message: 'Test\n',
      author: PERSON,
      committer: PERSON,
      at: new Date(0),
    };
  };

  // Asked by a script, git fast-import writes all three without a word.
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
    const sha = await writeCommit(
      git,
      await order([write({ path: 'live/größe (1).hcl', content })]),
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
    await expect(writeCommit(git, await order([wrong]))).rejects.toMatchObject({
      code: 'git-commit-mismatch',
      message: expect.stringContaining('"a"'),
    });
    // Trees that are not those of the parent lose files: that is found too.
    await expect(
      writeCommit(git, {
        ...(await order([write({ path: 'b', content: 'x' })])),
        trees: new Map(),
      }),
    ).rejects.toMatchObject({
      code: 'git-commit-mismatch',
      message: expect.stringContaining('"README.md"'),
    });
  });

  it('keeps names that are no text, odd modes and submodules as they are, in order', async () => {
    const blob = repository.git(['rev-parse', 'main:README.md']);
    const main = repository.head('main')!;
    const names = ['a', 'a.b', 'a0', 'z'];
    const entries = [
      ...names.map(name => `100644 blob ${blob}\t${name}`),
      `160000 commit ${main}\tmodule`,
      `120000 blob ${blob}\tlink`,
    ];
    const raw = Buffer.concat([
      Buffer.from('100644 caf\xe9\0', 'latin1'),
      Buffer.from(blob, 'hex'),
    ]);
    const odd = execFileSync(
      'git',
      ['hash-object', '-t', 'tree', '-w', '--stdin', '--literally'],
      { input: raw, env: { ...process.env, GIT_DIR: repository.gitDir } },
    )
      .toString()
      .trim();
    const tree = repository.git(
      ['mktree'],
      `${[...entries, `040000 tree ${odd}\todd`].join('\n')}\n`,
    );
    const parent = repository.git(['commit-tree', '-m', 'Odd', tree]);
    repository.git(['update-ref', 'refs/heads/main', parent]);
    const sha = await writeCommit(
      git,
      await order(
        [
          write({ path: 'odd/new', content: 'x' }),
          write({ path: 'a/inner', content: 'y' }),
        ],
        { deletes: ['a'], folders: ['', 'odd'] },
      ),
    );
    repository.git(['update-ref', 'refs/heads/main', sha]);
    expect(repository.check()).toBe('');
    expect(
      repository.git(['diff-tree', '-r', '--name-status', parent, sha]),
    ).toBe('D\ta\nA\ta/inner\nA\todd/new');
    expect(
      repository.git(['ls-tree', '-r', '--name-only', sha, 'odd/']),
    ).toContain('caf\\351');
  });

  it('leaves no empty folder, and writes the empty tree when nothing is left', async () => {
    const first = await writeCommit(
      git,
      await order([write({ path: 'x/y/z', content: '1' })]),
    );
    repository.git(['update-ref', 'refs/heads/main', first]);
    const second = await writeCommit(
      git,
      await order([], {
        deletes: ['x/y/z', 'README.md'],
        folders: ['', 'x', 'x/y'],
      }),
    );
    expect(repository.git(['ls-tree', second])).toBe('');
    expect(repository.git(['rev-parse', `${second}^{tree}`])).toBe(
      '4b825dc642cb6eb9a060e54bf8d69288fbee4904',
    );
  });

  it('packs many objects as git does with a push', async () => {
    const writes = Array.from({ length: 150 }, (_, index) =>
      write({ path: `f${index}`, content: `${index}`.repeat(40) }),
    );
    const sha = await writeCommit(git, await order(writes));
    expect(repository.git(['count-objects', '-v'])).toContain('packs: 1');
    repository.git(['update-ref', 'refs/heads/main', sha]);
    expect(repository.check()).toBe('');
    expect(repository.git(['show', 'main:f149'])).toBe('149'.repeat(40));
  });

  it('says what failed without telling the folder', async () => {
    const broken = Git.create({
      gitDir: join(repository.root, 'none.git'),
      label: 'infra',
    });
    const attempt = writeCommit(
      broken,
      await order([write({ path: 'a', content: 'x' })]),
    );
    const error = await attempt.then(
      () => new Error('no error'),
      (reason: Error & { code?: string }) => reason,
    );
    expect(error).toMatchObject({ code: 'git-failed' });
    expect(error.message).not.toContain(repository.root);
  });
});
