// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

// Statuses of a commit: one JSON blob under refs/fairway/statuses/<commit>, replaced by compare-and-set.
import { gitHostError } from '../errors';
import { checkCommitId, checkLine, checkText, checkUrl } from '../names';
import type { HostedCheck } from '../types';
import type { Git } from './Git';
import { readObjects, writeObject } from './objects';
import { transact, untilWon } from './refs';

/** Newest of each name. */
interface StatusRecord {
  version: 1;
  statuses: HostedCheck[];
}

export interface NewStatus {
  sha: string;
  name: string;
  state: 'pending' | 'success' | 'failure';
  description: string;
  url?: string;
}

const STATES = {
  pending: 'running',
  success: 'succeeded',
  failure: 'failed',
} as const;

const statusRef = (sha: string) => `refs/fairway/statuses/${sha}`;

/** Throws `git-ref-invalid` and `git-ref-not-found` for what is not a commit of the repository. */
async function readStatuses(
  git: Git,
  sha: string,
): Promise<{ statuses: HostedCheck[]; blobSha: string | undefined }> {
  checkCommitId(sha);
  const names = [`${sha}^{commit}`, statusRef(sha)];
  const [commit, kept] = await readObjects(git, names);
  if (!commit) {
    throw gitHostError('git-ref-not-found', {
      ref: sha,
      repository: git.label,
    });
  }
  const record = kept && (JSON.parse(`${kept.content}`) as StatusRecord);
  return { statuses: record?.statuses ?? [], blobSha: kept?.sha };
}

/** In the order of their names. */
export async function listStatuses(
  git: Git,
  sha: string,
): Promise<HostedCheck[]> {
  return (await readStatuses(git, sha)).statuses;
}

/** Throws `git-text-invalid`, `git-ref-invalid`, `git-ref-not-found` and `git-busy`. */
export async function setStatus(
  git: Git,
  status: NewStatus & { at: Date },
): Promise<void> {
  const { sha, name, description, url } = status;
  checkLine('name of the status', name);
  checkText('description of the status', description);
  if (url !== undefined) {
    checkUrl('link of the status', url);
  }
  const check: HostedCheck = {
    name,
    source: 'status',
    state: STATES[status.state],
    summary: description,
    url,
    updatedAt: status.at.toISOString(),
  };
  await untilWon({ ref: statusRef(sha) }, async () => {
    const { statuses, blobSha } = await readStatuses(git, sha);
    const others = statuses.filter(other => other.name !== name);
    const record: StatusRecord = {
      version: 1,
      statuses: [...others, check].sort((one, other) =>
        one.name < other.name ? -1 : 1,
      ),
    };
    const to = await writeObject(git, {
      type: 'blob',
      content: `${JSON.stringify(record, undefined, 2)}\n`,
    });
    const ref = { name: statusRef(sha), from: blobSha, to };
    return (await transact(git, [ref])) || undefined;
  });
}
