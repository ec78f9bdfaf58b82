// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

// A bare repository for tests, made and changed by plain git: what our code says is compared with what git says. To start
// git costs more than most of what it is asked, the more the larger the process is, so it is started as seldom as can be.
import { execFileSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FolderCopy } from './FolderCopy';

export interface BareFile {
  content: string | Uint8Array;
  mode?: '100644' | '100755' | '120000';
}

/** Git says no with it, as it does to "is this an ancestor"; anything above is a failure. */
const NO = 1;
const RITA = 'Rita <rita@acme.example> now';
/** Made before, by their files. */
const MADE = new Map<string, FolderCopy>();

const quoted = (path: string) =>
  `"${path.replace(/["\\]/g, '\\$&').replaceAll('\n', '\\n')}"`;

export class BareRepository {
  readonly root: string;
  readonly ref: { host: string; owner: string; repo: string };
  readonly gitDir: string;
  readonly #answers = new Map<string, Buffer | undefined>();

  static create(
    files: Record<string, BareFile> = { 'README.md': { content: 'x\n' } },
  ): BareRepository {
    const key = JSON.stringify(files);
    const made = MADE.get(key);
    if (made) return BareRepository.of(made);
    const repository = new BareRepository();
    mkdirSync(repository.gitDir, { recursive: true });
    repository.git(['init', '--bare', '-q', '-b', 'main', '--template=']);
    if (Object.keys(files).length > 0) {
      repository.push({ branch: 'main', files });
    }
    MADE.set(key, repository.copy());
    return repository;
  }

  /** One that is as another one was. */
  static of(copy: FolderCopy): BareRepository {
    const repository = new BareRepository();
    copy.write(repository.gitDir);
    return repository;
  }

  /** One below a folder, which somebody else makes or has made. */
  static at(
    root: string,
    ref: { host: string; owner: string; repo: string },
  ): BareRepository {
    return new BareRepository(root, ref);
  }

  private constructor(
    root = mkdtempSync(join(tmpdir(), 'git-host-test-')),
    ref = { host: 'local', owner: 'acme', repo: 'infra' },
  ) {
    this.root = root;
    this.ref = ref;
    this.gitDir = join(root, ref.owner, `${ref.repo}.git`);
  }

  /** What it holds now. */
  copy(): FolderCopy {
    return FolderCopy.of(this.gitDir);
  }

  git(args: string[], input?: string | Uint8Array): string {
    return this.bytes(args, input).toString('utf8').trimEnd();
  }

  bytes(args: string[], input?: string | Uint8Array): Buffer {
    return this.#execute(['git', `--git-dir=${this.gitDir}`, ...args], input);
  }

  /** Several runs of git, one after the other; the input is for the ones that read any. Answers what they say together. */
  gits(runs: string[][], input: string): string {
    const words = (args: string[]) =>
      ['git', `--git-dir=${this.gitDir}`, ...args].map(arg => `'${arg}'`);
    const script = runs.map(args => words(args).join(' ')).join(' && ');
    return this.#execute(['sh', '-c', script], input)
      .toString('utf8')
      .trimEnd();
  }

  /** What git says of objects that are all named by their ids, asked once: it never changes. Undefined where it says no. */
  lasting(args: string[]): Buffer | undefined {
    const key = args.join('\0');
    if (this.#answers.has(key)) return this.#answers.get(key);
    let answer: Buffer | undefined;
    try {
      answer = this.bytes(args);
    } catch (error) {
      // What is not there yet may come.
      if ((error as { status?: number }).status !== NO) return undefined;
    }
    this.#answers.set(key, answer);
    return answer;
  }

  /** As `lasting`, as text. */
  told(args: string[]): string | undefined {
    return this.lasting(args)?.toString('utf8').trimEnd();
  }

  head(branch: string): string | undefined {
    return this.find(`refs/heads/${branch}`);
  }

  /** What a ref points to, by the files that git keeps. */
  find(name: string): string | undefined {
    const loose = join(this.gitDir, name);
    try {
      return readFileSync(loose, 'utf8').trimEnd();
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (!['ENOENT', 'ENOTDIR', 'EISDIR'].includes(code ?? '')) throw error;
    }
    const packed = join(this.gitDir, 'packed-refs');
    const lines = existsSync(packed) ? readFileSync(packed, 'utf8') : '';
    return lines
      .split('\n')
      .find(line => line.endsWith(` ${name}`))
      ?.split(' ')[0];
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
    return this.#import([
      `commit refs/heads/${branch}\nmark :1\n`,
      ...[`author ${RITA}\n`, `committer ${RITA}\n`],
      ...dataOf(`Work on ${branch}\n`),
      parent ? `from ${parent}\n` : '',
      ...Object.entries(files).flatMap(([path, file]) =>
        file
          ? [
              `M ${file.mode ?? '100644'} inline ${quoted(path)}\n`,
              ...dataOf(file.content),
            ]
          : [`D ${quoted(path)}\n`],
      ),
      'get-mark :1\n',
    ])[0];
  }

  /** Writes contents; answers their ids. */
  writeBlobs(contents: (string | Uint8Array)[]): string[] {
    return this.#import(
      contents.flatMap((content, index) => [
        `blob\nmark :${index + 1}\n`,
        ...dataOf(content),
        `get-mark :${index + 1}\n`,
      ]),
    );
  }

  merge(options: { branch: string }): string {
    const [main, head] = ['main', options.branch].map(
      branch => this.head(branch)!,
    );
    const tree = this.git(['merge-tree', '--write-tree', main, head]);
    const message = `Work on main`;
    const parents = ['-p', main, '-p', head];
    const sha = this.git(['commit-tree', '-m', message, ...parents, tree]);
    this.git(['update-ref', 'refs/heads/main', sha]);
    return sha;
  }

  /** What a consistency check has to say; empty when all is well. */
  check(): string {
    return this.git(['fsck', '--strict', '--no-dangling']);
  }

  dispose(): void {
    rmSync(this.root, { recursive: true, force: true });
  }

  /** Answers the marks that were asked for. */
  #import(stream: (string | Uint8Array)[]): string[] {
    const input = Buffer.concat(stream.map(part => Buffer.from(part)));
    return this.git(['fast-import', '--quiet', '--date-format=now'], input)
      .split('\n')
      .filter(Boolean);
  }

  #execute([program, ...args]: string[], input?: string | Uint8Array): Buffer {
    return execFileSync(program, args, {
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
}

function dataOf(content: string | Uint8Array): (string | Uint8Array)[] {
  const bytes = Buffer.from(content);
  return [`data ${bytes.length}\n`, bytes, '\n'];
}
