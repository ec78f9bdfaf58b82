// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { gitHostError } from '../errors';
import type { CommitPlan } from '../planCommit';
import type { Git } from './Git';
import { personLine } from './person';

/** A commit to be made, every part of it checked. */
export interface CommitOrder {
  /** Undefined for the first commit of a repository. */
  parentSha: string | undefined;
  plan: CommitPlan;
  message: string;
  author: { name: string; email: string };
  committer: { name: string; email: string };
  at: Date;
}

const data = (content: Buffer) => [
  Buffer.from(`data ${content.length}\n`),
  content,
  Buffer.from('\n'),
];

/** The stream for `git fast-import`; every text in it is either checked to be one line or counted in bytes. */
function importStream(order: CommitOrder, ref: string): Buffer {
  const lines = (...text: string[]) => Buffer.from(`${text.join('\n')}\n`);
  return Buffer.concat([
    lines(
      `commit ${ref}`,
      'mark :1',
      `author ${personLine(order.author, order.at)}`,
      `committer ${personLine(order.committer, order.at)}`,
    ),
    ...data(Buffer.from(order.message)),
    ...(order.parentSha ? [lines(`from ${order.parentSha}`)] : []),
    // Deletions first: a file may make room for a folder of its name.
    ...order.plan.deletes.map(path => lines(`D "${path}"`)),
    ...order.plan.writes.flatMap(({ path, mode, content }) => [
      lines(`M ${mode} inline "${path}"`),
      ...data(content),
    ]),
    lines('get-mark :1', 'done'),
  ]);
}

/** Throws `git-commit-mismatch` unless the commit changes exactly the planned paths, to exactly the planned contents. */
async function checkCommit(
  git: Git,
  order: CommitOrder,
  commitSha: string,
): Promise<void> {
  const { stdout } = await git.run([
    'diff-tree',
    ...['-r', '-z', '--raw', '--no-renames', '--no-abbrev', '--no-commit-id'],
    ...(order.parentSha ? [order.parentSha, commitSha] : ['--root', commitSha]),
    '--',
  ]);
  const fields = stdout.toString('utf8').split('\0').slice(0, -1);
  const found = new Map<string, string>();
  for (let index = 0; index < fields.length; index += 2) {
    const [, mode, , sha] = fields[index].split(' ');
    found.set(fields[index + 1], `${mode} ${sha}`);
  }
  const wanted = new Map([
    ...order.plan.deletes.map(
      path => [path, `000000 ${'0'.repeat(40)}`] as const,
    ),
    ...order.plan.writes.map(
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

/** Writes the commit under `ref` and checks what Git made of it; no branch is touched. Answers the commit's id. */
export async function importCommit(
  git: Git,
  order: CommitOrder & { ref: string },
): Promise<string> {
  const args = ['fast-import', '--quiet', '--done', '--date-format=raw'];
  const output = await git.run(args, {
    input: importStream(order, order.ref),
    accept: [0, 1, 128],
  });
  const commitSha = output.stdout.toString('latin1').trim();
  if (output.exitCode !== 0 || !/^[0-9a-f]{40}$/.test(commitSha)) {
    const report = /fast_import_crash_\d+/.exec(output.stderr)?.[0];
    if (report) {
      await rm(join(git.gitDir, report), { force: true });
    }
    throw git.failure(args, output);
  }
  await checkCommit(git, order, commitSha);
  return commitSha;
}
