// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

// What a change consists of at this moment. Until its files are pushed that is the payload; from then on it is the
// branch, with whatever people have pushed onto it, so that what is planned, shown and approved is what would be merged.
import type {
  ChangeFile,
  ChangePayload,
} from '@fairway/backstage-plugin-self-service-common';
import type { GitHost, HostedCommit, RepositoryRef } from '@fairway/git-host';
import { digestOf } from '@fairway/requests-common';
import { selfServiceError } from '../errors';
import type { KeptOutputs } from './types';

/** Files as they would be merged. */
export interface ChangeContent {
  files: ChangeFile[];
  /** Head of the branch that was read; undefined while the payload counts. */
  headSha?: string;
  /** Commits of the branch that are not ours, oldest first. */
  foreign: HostedCommit[];
}

/** Tells one set of files from another: which of them is on the branch. */
export function payloadDigest(payload: ChangePayload): string {
  return digestOf({ files: payload.files });
}

/**
 * @throws ConflictError `branch-gone`, NotAllowedError `branch-file-refused` for what is no text file
 */
export async function readContent(options: {
  host: GitHost;
  repository: RepositoryRef;
  baseSha: string;
  payload: ChangePayload;
  outputs: KeptOutputs;
}): Promise<ChangeContent> {
  const { host, repository, baseSha, payload, outputs } = options;
  const { branch, pushed, commits = [] } = outputs;
  if (branch === undefined || pushed !== payloadDigest(payload)) {
    return { files: payload.files, foreign: [] };
  }
  const headSha = await host.resolve(repository, `refs/heads/${branch}`);
  if (!headSha) throw selfServiceError('branch-gone', { branch });
  const comparison = await host.compare(repository, {
    base: baseSha,
    head: headSha,
  });
  const files: ChangeFile[] = [];
  for (const { path, status } of comparison.files) {
    if (status === 'removed') {
      files.push({ path, delete: true });
      continue;
    }
    const bytes = await host.readFile(repository, { ref: headSha, path });
    // A link or a submodule is in the tree and is no file.
    if (!bytes) throw selfServiceError('branch-file-refused', { path, branch });
    files.push({ path, content: Buffer.from(bytes).toString('utf8') });
  }
  return {
    files,
    headSha,
    foreign: comparison.commits.filter(({ sha }) => !commits.includes(sha)),
  };
}
