// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { gitHostError } from '../errors';
import type { Comparison, HostedCommit } from '../types';
import type { Git } from './Git';
import { readObjects } from './objects';
import { existingCommit } from './read';

const PERSON = /^(.*?) ?<(.*)> (\d+) [+-]\d{4}$/;
const STATUS: Record<string, 'added' | 'removed'> = {
  A: 'added',
  D: 'removed',
};

/** Reads a commit as git stores it: headers, an empty line, the message. */
function parseCommit(sha: string, content: Buffer): HostedCommit {
  const text = content.toString('utf8');
  const end = text.indexOf('\n\n');
  const headers = text.slice(0, end).split('\n');
  const person = (key: string) => {
    const line = headers.find(header => header.startsWith(`${key} `)) ?? '';
    const [, name = '', email = '', seconds = '0'] =
      PERSON.exec(line.slice(key.length + 1)) ?? [];
    return { person: { name, email }, seconds: Number(seconds) };
  };
  const committer = person('committer');
  return {
    sha,
    author: person('author').person,
    committer: committer.person,
    message: text.slice(end + 2),
    at: new Date(committer.seconds * 1000).toISOString(),
  };
}

async function lines(git: Git, args: string[]): Promise<string[]> {
  const { stdout } = await git.settled(args);
  return stdout.toString('latin1').split('\n').filter(Boolean);
}

async function commitsBetween(
  git: Git,
  options: { base: string; head: string },
): Promise<HostedCommit[]> {
  const range = `${options.base}..${options.head}`;
  const shas = await lines(git, [
    ...['rev-list', '--reverse', '--topo-order', '--end-of-options', range],
  ]);
  const commits = await readObjects(git, shas);
  return commits.flatMap(commit =>
    commit ? [parseCommit(commit.sha, commit.content)] : [],
  );
}

async function filesBetween(
  git: Git,
  options: { base: string; head: string },
): Promise<Comparison['files']> {
  const { stdout } = await git.settled([
    ...['diff-tree', '-r', '-z', '--name-status', '--no-renames'],
    ...['--end-of-options', options.base, options.head, '--'],
  ]);
  const fields = stdout.toString('utf8').split('\0').slice(0, -1);
  return fields.flatMap((status, index) =>
    index % 2 === 0
      ? [{ path: fields[index + 1], status: STATUS[status] ?? 'modified' }]
      : [],
  );
}

/** Throws `git-ref-not-found` and `git-histories-unrelated`. */
export async function compareCommits(
  git: Git,
  options: { base: string; head: string },
): Promise<Comparison> {
  const [base, head] = await Promise.all([
    existingCommit(git, options.base),
    existingCommit(git, options.head),
  ]);
  const { stdout } = await git.settled(
    ['merge-base', '--end-of-options', base, head],
    { accept: [0, 1] },
  );
  const mergeBaseSha = stdout.toString('latin1').trim();
  if (mergeBaseSha === '') {
    throw gitHostError('git-histories-unrelated', options);
  }
  const [[count], files, commits] = await Promise.all([
    lines(git, [
      ...['rev-list', '--count', '--end-of-options', `${head}..${base}`],
    ]),
    filesBetween(git, { base: mergeBaseSha, head }),
    commitsBetween(git, { base, head }),
  ]);
  return {
    mergeBaseSha,
    aheadBy: commits.length,
    behindBy: Number(count),
    files,
    commits,
  };
}
