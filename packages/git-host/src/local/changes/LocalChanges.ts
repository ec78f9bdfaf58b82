// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

// The life of the local host's pull requests, but for merging. A number is taken by creating its ref, which only one
// process can do; whoever loses looks again, and so finds the change that the winner opened.
import { gitHostError } from '../../errors';
import { checkLine, checkText } from '../../names';
import type { HostedChange } from '../../types';
import type { Git } from '../Git';
import { isOnBranch } from '../merged';
import { existingBranch } from '../read';
import {
  branchRef,
  listRefs,
  readRef,
  type RefUpdate,
  transact,
  untilWon,
} from '../refs';
import {
  type ChangeRecord,
  existingRecord,
  findRecord,
  listNumbers,
  newestRecord,
  recordRef,
  writeRecord,
} from './records';
import { settledRecord, type Standing, standingOf } from './standing';

export interface NewChange {
  branch: string;
  baseBranch: string;
  title: string;
  body: string;
  author: { name: string; email: string };
}

/** Keeps the head of a deleted branch from being dropped, so that what was proposed can still be looked at. */
const headRef = (number: number) => `refs/fairway/heads/${number}`;

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
    return untilWon({ ref: recordRef(0) }, () => this.#tryOpen(change));
  }

  /** The newest change of a branch. */
  async find(branch: string): Promise<HostedChange | undefined> {
    const numbers = await listNumbers(this.#git);
    const kept = await newestRecord(this.#git, { branch, numbers });
    return kept && (await standingOf(this.#git, kept)).change;
  }

  async get(number: number): Promise<HostedChange | undefined> {
    const kept = await findRecord(this.#git, number);
    return kept && (await standingOf(this.#git, kept)).change;
  }

  /** Throws `git-change-not-found`. */
  async reword(options: {
    number: number;
    title?: string;
    body?: string;
  }): Promise<HostedChange> {
    if (options.title !== undefined) {
      checkLine('title', options.title);
    }
    if (options.body !== undefined) {
      checkText('body', options.body);
    }
    return this.#edit(options.number, ({ title, body }) => ({
      title: options.title ?? title,
      body: options.body ?? body,
    }));
  }

  /** Throws `git-change-not-found`. */
  async label(options: {
    number: number;
    labels: string[];
  }): Promise<HostedChange> {
    options.labels.forEach(label => checkLine('label', label, { longest: 50 }));
    return this.#edit(options.number, ({ labels = [] }) => {
      const all = [...new Set([...labels, ...options.labels])];
      return all.length > 0 ? { labels: all.sort() } : {};
    });
  }

  /** Replaces words or labels; what the function leaves out stays. */
  async #edit(
    number: number,
    edit: (
      record: ChangeRecord,
    ) => Partial<Pick<ChangeRecord, 'title' | 'body' | 'labels'>>,
  ): Promise<HostedChange> {
    return untilWon({ ref: recordRef(number) }, async () => {
      const { record, sha: from } = await existingRecord(this.#git, number);
      const edited = { ...record, ...edit(record) };
      const to = await writeRecord(this.#git, edited);
      const name = recordRef(number);
      const isDone =
        from === to || (await transact(this.#git, [{ name, from, to }]));
      return isDone
        ? (await standingOf(this.#git, { record: edited, sha: to })).change
        : undefined;
    });
  }

  /** Throws `git-change-not-found` and `git-change-merged`. */
  async close(number: number): Promise<HostedChange> {
    return untilWon({ ref: recordRef(number) }, async () => {
      const kept = await existingRecord(this.#git, number);
      const standing = await standingOf(this.#git, kept);
      const { change } = standing;
      if (change.state === 'merged') {
        const { branch } = change;
        throw gitHostError('git-change-merged', { number, branch });
      }
      if (kept.record.state === 'closed') {
        return change;
      }
      const isDone = await transact(this.#git, await this.#ended(standing));
      return isDone ? { ...change, state: 'closed' } : undefined;
    });
  }

  /** Deletes a branch that is at the commit, and ends its open change: merged or closed, for good. */
  async deleteBranch(options: {
    branch: string;
    sha: string;
  }): Promise<boolean> {
    return untilWon({ ref: options.branch }, () => this.#tryDelete(options));
  }

  async #tryDelete(options: {
    branch: string;
    sha: string;
  }): Promise<boolean | undefined> {
    const { branch, sha } = options;
    const name = branchRef(branch);
    const [ref] = await listRefs(this.#git, [name]);
    if (ref?.isDefaultBranch) {
      throw gitHostError('git-branch-protected', { branch });
    }
    if (ref?.sha !== sha) {
      return false;
    }
    const numbers = await listNumbers(this.#git);
    const kept = await newestRecord(this.#git, { branch, numbers });
    const updates: RefUpdate[] = [{ name, from: sha, to: undefined }];
    if (kept?.record.state === 'open') {
      updates.push(...(await this.#ended(await standingOf(this.#git, kept))));
    }
    if (kept) {
      const head = headRef(kept.record.number);
      updates.push({
        name: head,
        from: await readRef(this.#git, head),
        to: sha,
      });
    }
    return (await transact(this.#git, updates)) || undefined;
  }

  /** Records how an open change ended, while its base is where that was told by. */
  async #ended(standing: Standing): Promise<RefUpdate[]> {
    const { kept, change, baseSha } = standing;
    const to = await writeRecord(this.#git, settledRecord(standing));
    const base = {
      name: branchRef(change.baseBranch),
      from: baseSha,
      to: baseSha,
    };
    return [
      { name: recordRef(change.number), from: kept.sha, to },
      ...(baseSha === undefined ? [] : [base]),
    ];
  }

  async #tryOpen(change: NewChange): Promise<HostedChange | undefined> {
    const { branch, baseBranch } = change;
    const numbers = await listNumbers(this.#git);
    const newest = await newestRecord(this.#git, { branch, numbers });
    const standing = newest && (await standingOf(this.#git, newest));
    const found = standing?.change;
    const [headSha, baseSha] = await Promise.all([
      existingBranch(this.#git, branch),
      existingBranch(this.#git, baseBranch),
    ]);
    const isSame = found?.headSha === headSha && found.state === 'merged';
    if (found && (found.state === 'open' || isSame)) {
      return found;
    }
    if (await isOnBranch(this.#git, { sha: headSha, head: baseSha })) {
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
    const sha = await writeRecord(this.#git, record);
    const isDone = await transact(this.#git, [
      { name: recordRef(record.number), from: undefined, to: sha },
      // What came of the one before is told by the branch, which now is another's.
      ...(standing?.kept.record.state === 'open'
        ? await this.#ended(standing)
        : []),
    ]);
    return isDone
      ? (await standingOf(this.#git, { record, sha })).change
      : undefined;
  }
}
