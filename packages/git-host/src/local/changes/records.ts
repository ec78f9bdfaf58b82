// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

// The local host's pull requests as they are kept: one JSON blob each under refs/fairway/pulls/<number>. Whoever writes
// one names the blob that it replaces, so nobody's writing is lost.
import { gitHostError } from '../../errors';
import type { Git } from '../Git';
import { readObjects, writeObject } from '../objects';
import { listRefs } from '../refs';

/** What is stored; whether somebody else merged it is told by the branches. */
export interface ChangeRecord {
  version: 1;
  number: number;
  title: string;
  body: string;
  author: { name: string; email: string };
  branch: string;
  baseBranch: string;
  state: 'open' | 'closed' | 'merged';
  /** Head of the branch when the change was opened. */
  headSha: string;
  /** Head of the branch when it was closed, or its branch deleted. */
  lastHeadSha?: string;
  /** Written before the base branch moves: with `mergeSha` on the base, it is merged, whoever died meanwhile. */
  merge?: { headSha: string; mergeSha: string };
  labels?: string[];
  createdAt: string;
}

/** A record and the blob that it was read from, which the next one has to replace. */
export interface KeptRecord {
  record: ChangeRecord;
  sha: string;
}

const PULLS = 'refs/fairway/pulls/';
/** Records read in one run, newest first: most look-ups are for a recent change. */
const PAGE = 100;

export const recordRef = (number: number) => `${PULLS}${number}`;

const isNumber = (number: number) => Number.isSafeInteger(number) && number > 0;

export const writeRecord = (git: Git, record: ChangeRecord) =>
  writeObject(git, {
    type: 'blob',
    content: `${JSON.stringify(record, undefined, 2)}\n`,
  });

async function readRecords(git: Git, numbers: number[]): Promise<KeptRecord[]> {
  const objects = await readObjects(git, numbers.map(recordRef));
  return objects.flatMap(object =>
    object
      ? [
          {
            record: JSON.parse(object.content.toString('utf8')) as ChangeRecord,
            sha: object.sha,
          },
        ]
      : [],
  );
}

/** Newest first. */
export async function listNumbers(git: Git): Promise<number[]> {
  const refs = await listRefs(git, [PULLS]);
  return refs
    .map(({ name }) => Number(name.slice(PULLS.length)))
    .filter(isNumber)
    .sort((one, other) => other - one);
}

/** The newest change of a branch. */
export async function newestRecord(
  git: Git,
  options: { branch: string; numbers: number[] },
): Promise<KeptRecord | undefined> {
  const { branch, numbers } = options;
  for (let start = 0; start < numbers.length; start += PAGE) {
    const page = await readRecords(git, numbers.slice(start, start + PAGE));
    const found = page.find(({ record }) => record.branch === branch);
    if (found) {
      return found;
    }
  }
  return undefined;
}

export async function findRecord(
  git: Git,
  number: number,
): Promise<KeptRecord | undefined> {
  return isNumber(number) ? (await readRecords(git, [number]))[0] : undefined;
}

/** Throws `git-change-not-found`. */
export async function existingRecord(
  git: Git,
  number: number,
): Promise<KeptRecord> {
  const found = await findRecord(git, number);
  if (!found) {
    throw gitHostError('git-change-not-found', {
      number,
      repository: git.label,
    });
  }
  return found;
}
