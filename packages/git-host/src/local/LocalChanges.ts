// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

// The local host's pull requests: one JSON blob each under refs/fairway/pulls/<number>. A number is taken by creating
// its ref, which only one process can do; whoever loses looks again, and so finds the change that the winner opened.
import { gitHostError } from '../errors';
import type { HostedChange } from '../types';
import type { Git } from './Git';
import { mergeOf } from './merged';
import { readObjects } from './objects';
import { listRefs, readRef, untilWon, updateRefs } from './refs';

/** What is stored; whether it is merged is told by the branches. */
interface ChangeRecord {
  version: 1;
  number: number;
  title: string;
  body: string;
  author: { name: string; email: string };
  branch: string;
  baseBranch: string;
  state: 'open' | 'closed';
  /** Head of the branch when the change was opened. */
  headSha: string;
  createdAt: string;
}

export interface NewChange {
  branch: string;
  baseBranch: string;
  title: string;
  body: string;
  author: { name: string; email: string };
}

const PULLS = 'refs/fairway/pulls/';
/** Records read in one run, newest first: most look-ups are for a recent change. */
const PAGE = 100;

const branchRef = (branch: string) => `refs/heads/${branch}`;

export class LocalChanges {
  readonly #git: Git;
  readonly #now: () => Date;

  static create(options: { git: Git; now: () => Date }): LocalChanges {
    return new LocalChanges(options);
  }

  private constructor(options: { git: Git; now: () => Date }) {
    this.#git = options.git;
    this.#now = options.now;
  }

  async open(change: NewChange): Promise<HostedChange> {
    return untilWon({ ref: PULLS }, () => this.#tryOpen(change));
  }

  /** The newest change of a branch. */
  async find(branch: string): Promise<HostedChange | undefined> {
    const record = await this.#newest(branch, await this.#numbers());
    return record && this.#describe(record);
  }

  async #tryOpen(change: NewChange): Promise<HostedChange | undefined> {
    const { branch, baseBranch } = change;
    const numbers = await this.#numbers();
    const newest = await this.#newest(branch, numbers);
    const found = newest && (await this.#describe(newest));
    const [headSha, baseSha] = await Promise.all([
      this.#existing(branch),
      this.#existing(baseBranch),
    ]);
    const isSame = found?.headSha === headSha && found.state === 'merged';
    if (found && (found.state === 'open' || isSame)) {
      return found;
    }
    if (await mergeOf(this.#git, { headSha, baseSha })) {
      throw gitHostError('git-nothing-to-merge', { branch, baseBranch });
    }
    const record: ChangeRecord = {
      version: 1,
      number: Math.max(0, ...numbers) + 1,
      title: change.title,
      body: change.body,
      author: { name: change.author.name, email: change.author.email },
      branch,
      baseBranch,
      state: 'open',
      headSha,
      createdAt: this.#now().toISOString(),
    };
    const { stdout } = await this.#git.run(['hash-object', '-w', '--stdin'], {
      input: `${JSON.stringify(record, undefined, 2)}\n`,
    });
    const name = `${PULLS}${record.number}`;
    const sha = stdout.toString('latin1').trim();
    const refused = await updateRefs(this.#git, [
      { name, from: undefined, to: sha },
    ]);
    if (refused === undefined) {
      return this.#describe(record);
    }
    if ((await readRef(this.#git, name)) === undefined) {
      throw this.#git.failure(['update-ref'], {
        exitCode: 128,
        stdout: Buffer.alloc(0),
        stderr: refused,
      });
    }
    return undefined;
  }

  /** Newest first. */
  async #numbers(): Promise<number[]> {
    const refs = await listRefs(this.#git, [PULLS]);
    return refs
      .map(({ name }) => Number(name.slice(PULLS.length)))
      .filter(number => Number.isSafeInteger(number) && number > 0)
      .sort((one, other) => other - one);
  }

  async #newest(
    branch: string,
    numbers: number[],
  ): Promise<ChangeRecord | undefined> {
    for (let start = 0; start < numbers.length; start += PAGE) {
      const page = numbers.slice(start, start + PAGE);
      const objects = await readObjects(
        this.#git,
        page.map(number => `${PULLS}${number}`),
      );
      const found = objects
        .flatMap(object =>
          object
            ? [JSON.parse(object.content.toString('utf8')) as ChangeRecord]
            : [],
        )
        .find(record => record.branch === branch);
      if (found) {
        return found;
      }
    }
    return undefined;
  }

  async #existing(branch: string): Promise<string> {
    const sha = await readRef(this.#git, branchRef(branch));
    if (sha === undefined) {
      throw gitHostError('git-ref-not-found', {
        ref: branch,
        repository: this.#git.label,
      });
    }
    return sha;
  }

  /** Head and state as the branches are now. */
  async #describe(record: ChangeRecord): Promise<HostedChange> {
    const refs = await listRefs(this.#git, [
      branchRef(record.branch),
      branchRef(record.baseBranch),
    ]);
    const shaOf = (branch: string) =>
      refs.find(({ name }) => name === branchRef(branch))?.sha;
    const branchSha = shaOf(record.branch);
    const baseSha = shaOf(record.baseBranch);
    const headSha = branchSha ?? record.headSha;
    const described = {
      number: record.number,
      title: record.title,
      body: record.body,
      branch: record.branch,
      baseBranch: record.baseBranch,
      headSha,
      createdAt: record.createdAt,
    };
    // What was proposed has to be on the base too: a branch that was reset to the base is not merged.
    const mergeSha =
      baseSha &&
      (await mergeOf(this.#git, { headSha: record.headSha, baseSha })) &&
      (await mergeOf(this.#git, { headSha, baseSha }));
    if (mergeSha) {
      return { ...described, state: 'merged', mergeSha };
    }
    return {
      ...described,
      state: branchSha === undefined ? 'closed' : record.state,
    };
  }
}
