// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { gitHostError } from '../errors';
import type { Git } from './Git';

export interface Ref {
  name: string;
  /** What the ref points to: a commit, an annotated tag, or a blob. */
  sha: string;
  isDefaultBranch: boolean;
}

/** One step of a transaction; `from` is what the ref has to be now, undefined where it must not exist yet. */
export interface RefUpdate {
  name: string;
  from: string | undefined;
  /** Undefined: the ref is deleted. The same as `from`: the ref is held where it is until the others have moved. */
  to: string | undefined;
}

export const branchRef = (branch: string) => `refs/heads/${branch}`;

const MOST_ATTEMPTS = 100;

/** Refs by exact name or below a folder that ends with `/`. */
export async function listRefs(git: Git, patterns: string[]): Promise<Ref[]> {
  const { stdout } = await git.share([
    'for-each-ref',
    '--format=%(refname)%00%(objectname)%00%(HEAD)',
    '--',
    ...patterns,
  ]);
  return stdout
    .toString('utf8')
    .split('\n')
    .filter(Boolean)
    .map(line => {
      const [name, sha, head] = line.split('\0');
      return { name, sha, isDefaultBranch: head === '*' };
    })
    .filter(({ name }) =>
      patterns.some(pattern =>
        pattern.endsWith('/') ? name.startsWith(pattern) : name === pattern,
      ),
    );
}

export async function readRef(
  git: Git,
  name: string,
): Promise<string | undefined> {
  return (await listRefs(git, [name]))[0]?.sha;
}

const UPDATE = ['update-ref', '--no-deref', '--stdin'];

function transaction(updates: RefUpdate[]): string {
  // Locked in one order by everybody, so that no two wait for each other.
  const ordered = [...updates].sort((one, other) =>
    one.name < other.name ? -1 : 1,
  );
  const lines = ordered.map(({ name, from, to }) => {
    if (to === undefined) {
      return `delete ${name}${from ? ` ${from}` : ''}\n`;
    }
    if (from === to) {
      return `verify ${name} ${to}\n`;
    }
    return from ? `update ${name} ${to} ${from}\n` : `create ${name} ${to}\n`;
  });
  return ['start\n', ...lines, 'prepare\n', 'commit\n'].join('');
}

/** Moves one ref. Undefined when done, otherwise what git said against it. */
export async function moveRef(
  git: Git,
  update: RefUpdate,
): Promise<string | undefined> {
  const told = await git.ask(UPDATE, {
    input: transaction([update]),
    end: 'commit: ok\n',
  });
  return 'ended' in told ? told.ended.stderr || 'unknown reason' : undefined;
}

/**
 * All of the updates, or none when one of the refs is not where it was to be (then false).
 * Throws `git-failed` when git refuses for another reason.
 */
export async function transact(
  git: Git,
  updates: RefUpdate[],
): Promise<boolean> {
  const { exitCode, stderr } = await git.run(UPDATE, {
    input: transaction(updates),
    accept: [0, 1, 128],
  });
  if (exitCode === 0) {
    return true;
  }
  const refs = await listRefs(
    git,
    updates.map(({ name }) => name),
  );
  const hasMoved = updates.some(
    ({ name, from }) => refs.find(ref => ref.name === name)?.sha !== from,
  );
  if (!hasMoved) {
    throw git.failure(['update-ref'], {
      exitCode: 128,
      stdout: Buffer.alloc(0),
      stderr,
    });
  }
  return false;
}

/** Runs an attempt until it answers; undefined means that another process was faster and all has to be looked at again. */
export async function untilWon<TResult>(
  options: { ref: string },
  attempt: () => Promise<TResult | undefined>,
): Promise<TResult> {
  for (let round = 0; round < MOST_ATTEMPTS; round++) {
    const result = await attempt();
    if (result !== undefined) {
      return result;
    }
  }
  throw gitHostError('git-busy', {
    ref: options.ref,
    attempts: MOST_ATTEMPTS,
  });
}
