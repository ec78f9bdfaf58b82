// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

// A bare repository for tests, made and changed by plain git: what our code says is compared with what git says.
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface BareFile {
  content: string;
  mode?: '100644' | '100755' | '120000';
}

export class BareRepository {
  readonly root = mkdtempSync(join(tmpdir(), 'git-host-test-'));
  readonly ref = { host: 'local', owner: 'acme', repo: 'infra' };
  readonly gitDir = join(this.root, 'acme', 'infra.git');

  static create(
    files: Record<string, BareFile> = { 'README.md': { content: 'x\n' } },
  ): BareRepository {
    const repository = new BareRepository();
    mkdirSync(repository.gitDir, { recursive: true });
    repository.git(['init', '--bare', '-q', '-b', 'main']);
    repository.push({ branch: 'main', files });
    return repository;
  }

  git(args: string[], input?: string | Uint8Array): string {
    return this.bytes(args, input).toString('utf8').trimEnd();
  }

  bytes(args: string[], input?: string | Uint8Array): Buffer {
    return execFileSync('git', [`--git-dir=${this.gitDir}`, ...args], {
      input,
      stdio: ['pipe', 'pipe', 'pipe'],
      env: {
        PATH: process.env.PATH,
        GIT_CONFIG_GLOBAL: '/dev/null',
        GIT_CONFIG_NOSYSTEM: '1',
        GIT_INDEX_FILE: join(this.root, 'index'),
        GIT_AUTHOR_NAME: 'Rita',
        GIT_AUTHOR_EMAIL: 'rita@acme.example',
        GIT_COMMITTER_NAME: 'Rita',
        GIT_COMMITTER_EMAIL: 'rita@acme.example',
      },
    });
  }

  head(branch: string): string | undefined {
    return this.refs()[`refs/heads/${branch}`];
  }

  /** Every ref with what it points to. */
  refs(): Record<string, string> {
    const lines = this.git([
      'for-each-ref',
      '--format=%(refname) %(objectname)',
    ]).split('\n');
    return Object.fromEntries(
      lines.filter(Boolean).map(line => line.split(' ')),
    );
  }

  push(options: {
    branch: string;
    files: Record<string, BareFile | undefined>;
  }): string {
    const { branch, files } = options;
    const parent = this.head(branch) ?? this.head('main');
    this.git(['read-tree', parent ?? '--empty']);
    for (const [path, file] of Object.entries(files)) {
      const sha =
        file && this.git(['hash-object', '-w', '--stdin'], file.content);
      this.git(
        ['update-index', '--index-info'],
        `${file?.mode ?? (file ? '100644' : '0')} ${
          sha ?? '0'.repeat(40)
        }\t${path}\n`,
      );
    }
    return this.#commit(
      branch,
      this.git(['write-tree']),
      parent ? [parent] : [],
    );
  }

  merge(options: { branch: string }): string {
    const parents = [this.head('main')!, this.head(options.branch)!];
    const tree = this.git(['merge-tree', '--write-tree', ...parents]);
    return this.#commit('main', tree, parents);
  }

  /** What a consistency check has to say; empty when all is well. */
  check(): string {
    return this.git(['fsck', '--strict', '--no-dangling']);
  }

  dispose(): void {
    rmSync(this.root, { recursive: true, force: true });
  }

  #commit(branch: string, tree: string, parents: string[]): string {
    const sha = this.git([
      'commit-tree',
      ...['-m', `Work on ${branch}`],
      ...parents.flatMap(parent => ['-p', parent]),
      tree,
    ]);
    this.git(['update-ref', `refs/heads/${branch}`, sha]);
    return sha;
  }
}
