// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { randomUUID } from 'node:crypto';
import { gitHostError } from '../errors';
import type { CommitPlan } from '../planCommit';
import { commitObject } from './commitObject';
import { editTree } from './editTree';
import type { Git } from './Git';
import { type NewObject, objectId, receive } from './pack';

/** A commit to be made, every part of it checked. */
export interface CommitOrder {
  /** Undefined for the first commit of a repository. */
  parentSha: string | undefined;
  /** Content of the parent's touched folders, `''` is the root. */
  trees: Map<string, Buffer>;
  plan: CommitPlan;
  message: string;
  author: { name: string; email: string };
  committer: { name: string; email: string };
  at: Date;
}

const COMPARE = [
  ...['diff-tree', '--stdin', '--root', '-r', '-z', '--raw'],
  ...['--no-renames', '--no-abbrev', '--no-commit-id'],
];

/** What git says that a commit changed. */
async function rawDiff(git: Git, shas: string[]): Promise<Buffer> {
  // A line that names no commit is said back.
  const end = `${randomUUID()}\n`;
  const input = `${shas.join(' ')}\n${end}`;
  const told = await git.ask(COMPARE, { input, end });
  if ('ended' in told) {
    throw git.failure(COMPARE, told.ended);
  }
  return told.answer;
}

/** Throws `git-commit-mismatch` unless the commit changes exactly the planned paths, to exactly the planned contents. */
function checkRawDiff(plan: CommitPlan, stdout: Buffer): void {
  const fields = stdout.toString('utf8').split('\0').slice(0, -1);
  const found = new Map<string, string>();
  for (let index = 0; index < fields.length; index += 2) {
    const [, mode, , sha] = fields[index].split(' ');
    found.set(fields[index + 1], `${mode} ${sha}`);
  }
  const wanted = new Map([
    ...plan.deletes.map(path => [path, `000000 ${'0'.repeat(40)}`] as const),
    ...plan.writes.map(
      ({ path, mode, blobSha }) => [path, `${mode} ${blobSha}`] as const,
    ),
  ]);
  const wrong = [...wanted.keys(), ...found.keys()].find(
    path => wanted.get(path) !== found.get(path),
  );
  if (wrong !== undefined) {
    throw gitHostError('git-commit-mismatch', { path: wrong });
  }
}

/** Stores the commit and checks what git made of it; no ref leads to it yet. Answers the commit's id. */
export async function writeCommit(
  git: Git,
  order: CommitOrder,
): Promise<string> {
  const { parentSha, plan, trees } = order;
  const { treeSha, objects } = editTree({ trees, plan });
  const parents = parentSha === undefined ? [] : [parentSha];
  const commit: NewObject = {
    type: 'commit',
    content: commitObject({ ...order, treeSha, parents }),
  };
  const commitSha = objectId(commit);
  const blobs = plan.writes.map(({ path, content, blobSha }) => {
    const blob: NewObject = { type: 'blob', content };
    // Comparing trees would not see that what they lead to is not there.
    if (objectId(blob) !== blobSha) {
      throw gitHostError('git-commit-mismatch', { path });
    }
    return blob;
  });
  await receive(git, [...blobs, ...objects, commit]);
  checkRawDiff(plan, await rawDiff(git, [commitSha, ...parents]));
  return commitSha;
}
