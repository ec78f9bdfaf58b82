// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { createHash } from 'node:crypto';
import type { ChangeFileAction, NewChange, StoredChange } from './types';
import type { StoredChangeState } from '../domain/changeState';

/** A row of `changes` as the drivers give it: SQLite has numbers for times, PostgreSQL dates. */
export interface ChangeRow {
  id: string;
  number: number;
  requester_ref: string;
  idempotency_key: string;
  request_digest: string;
  state: string;
  title: string;
  description: string;
  repo_url: string;
  base_branch: string;
  base_sha: string;
  branch: string;
  commit_sha: string | null;
  pull_request_number: number | null;
  remote_url: string | null;
  failure_code: string | null;
  failure_message: string | null;
  targets: string;
  files: string;
  request: string;
  author_name: string;
  author_email: string;
  template_ref: string | null;
  task_id: string | null;
  created_at: Date | number | string;
  updated_at: Date | number | string;
}

/** A row of `change_groups`. */
export interface ChangeGroupRow {
  change_id: string;
  group_ref: string;
  role: string;
}

/** A row of `change_targets`. */
export interface ChangeTargetRow {
  target_digest: string;
  change_id: string;
  path: string;
}

/** The targets that a change holds while it is open. */
export function targetRows(
  change: Pick<NewChange, 'id' | 'repoUrl' | 'targets'>,
): ChangeTargetRow[] {
  const paths = [...new Set(change.targets.map(({ path }) => path))];
  return paths.map(path => ({
    target_digest: createHash('sha256')
      .update(JSON.stringify([change.repoUrl, path]))
      .digest('hex'),
    change_id: change.id,
    path,
  }));
}

export function toRow(change: NewChange, number: number): ChangeRow {
  return {
    id: change.id,
    number,
    requester_ref: change.requesterRef,
    idempotency_key: change.idempotencyKey,
    request_digest: change.requestDigest,
    state: 'proposing' satisfies StoredChangeState,
    title: change.title,
    description: change.description,
    repo_url: change.repoUrl,
    base_branch: change.baseBranch,
    base_sha: change.baseSha,
    branch: change.branch,
    commit_sha: null,
    pull_request_number: null,
    remote_url: null,
    failure_code: null,
    failure_message: null,
    targets: JSON.stringify(change.targets),
    files: JSON.stringify(change.files),
    request: JSON.stringify(change.request ?? {}),
    author_name: change.author.name,
    author_email: change.author.email,
    template_ref: change.templateRef ?? null,
    task_id: change.taskId ?? null,
    created_at: change.createdAt,
    updated_at: change.createdAt,
  };
}

export function fromRow(
  row: ChangeRow,
  groups: ChangeGroupRow[],
): StoredChange {
  const refsOf = (role: string) =>
    groups.filter(group => group.role === role).map(group => group.group_ref);
  const request = JSON.parse(row.request) as Record<string, string>;
  return {
    id: row.id,
    number: row.number,
    requesterRef: row.requester_ref,
    idempotencyKey: row.idempotency_key,
    requestDigest: row.request_digest,
    state: row.state as StoredChangeState,
    title: row.title,
    description: row.description,
    repoUrl: row.repo_url,
    baseBranch: row.base_branch,
    baseSha: row.base_sha,
    branch: row.branch,
    commitSha: row.commit_sha ?? undefined,
    pullRequestNumber: row.pull_request_number ?? undefined,
    remoteUrl: row.remote_url ?? undefined,
    failure:
      row.failure_code === null
        ? undefined
        : { code: row.failure_code, message: row.failure_message ?? '' },
    targets: JSON.parse(row.targets),
    files: JSON.parse(row.files) as ChangeFileAction[],
    ...(Object.keys(request).length > 0 && { request }),
    author: { name: row.author_name, email: row.author_email },
    templateRef: row.template_ref ?? undefined,
    taskId: row.task_id ?? undefined,
    teamRefs: refsOf('team'),
    askedRefs: refsOf('asked'),
    createdAt: new Date(row.created_at),
    updatedAt: new Date(row.updated_at),
  };
}
