// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type { OwnershipDecision } from '@fairway/backstage-plugin-ownership-common';

/** What a change does to its target. @public */
export type ChangeOperation = 'create' | 'update' | 'delete';

/** One file to write, text only; `path` is relative to the repository root. @public */
export interface ChangeFileInput {
  path: string;
  content: string;
}

/** Body of `POST /changes/preview`: decided, diffed, nothing written. @public */
export interface PreviewChangeRequest {
  /** A repository named in `selfService.repositories`, for example `local?owner=acme&repo=infrastructure-live`. */
  repoUrl: string;
  files: ChangeFileInput[];
  /** Attributes that the ownership policy declares, for example `{ changeTicket: 'CHG-1' }`. */
  request?: Record<string, string>;
  /** What the caller believes; the derived target has to agree or the change is refused. */
  expect?: { environment?: string; service?: string };
}

/** Body of `POST /changes`. @public */
export interface CreateChangeRequest extends PreviewChangeRequest {
  title: string;
  description?: string;
  /** Commit that the files were made for; the tip of the default branch if left out. */
  baseSha?: string;
  /** The same key again answers the same change. */
  idempotencyKey: string;
  /** Where it comes from, for the record. */
  origin?: { templateRef?: string; taskId?: string };
}

/** One target that a change touches, with the decision about it. @public */
export interface ChangeTarget {
  /** Folder of the unit, or of the service's deployment files. */
  path: string;
  environment: string;
  service: string;
  account?: string;
  module?: { name: string; version: string };
  decision: OwnershipDecision;
}

/** Answer of `POST /changes/preview`. @public */
export interface ChangePreview {
  repoUrl: string;
  baseBranch: string;
  baseSha: string;
  targets: ChangeTarget[];
  files: { path: string; action: 'created' | 'updated' | 'unchanged' }[];
  /** Unified diff as git prints it. */
  diff: string;
}

/**
 * Where a change stands. `proposing`: being written to Git; `failed`: it could not be written, see `failure`;
 * the rest as the host says.
 *
 * @public
 */
export type ChangeState = 'proposing' | 'open' | 'merged' | 'closed' | 'failed';

/** A change as the API answers it. Times are ISO 8601. @public */
export interface Change {
  id: string;
  /** A short number for people, per installation. */
  number: number;
  title: string;
  description: string;
  state: ChangeState;
  failure?: { code: string; message: string };
  repoUrl: string;
  baseBranch: string;
  baseSha: string;
  branch: string;
  commitSha?: string;
  pullRequestNumber?: number;
  /** Page of the pull request on the host, where it has one. */
  remoteUrl?: string;
  environments: string[];
  targets: ChangeTarget[];
  files: { path: string; action: 'created' | 'updated' | 'unchanged' }[];
  requesterRef: string;
  templateRef?: string;
  taskId?: string;
  /** The attributes that it was asked with, for example `{ changeTicket: 'CHG-1' }`; those left blank are not among them. */
  request?: Record<string, string>;
  createdAt: string;
  updatedAt: string;
}

/** Answer of `GET /changes/:id`. @public */
export interface ChangeDetail extends Change {
  /** Unified diff between base and branch as git prints it. */
  diff: string;
  /** Pasted into a terminal on the portal's machine, shows the branch's last commit (local host only). */
  inspectCommand?: string;
}

/** Answer of `GET /changes`, newest first. @public */
export interface ChangeList {
  items: Change[];
  /** Pass as `cursor` for the next page. */
  nextCursor?: string;
}

/** A vetted module as `GET /modules` and `GET /modules/:name` answer it. @public */
export interface VettedModule {
  name: string;
  title: string;
  description: string;
  /** The ownership policy's service that it deploys. */
  service: string;
  /** Where the module lies, without version: `git::https://…//modules/postgres-database`. */
  source: string;
  /** Newest first. */
  versions: {
    version: string;
    status: 'approved' | 'blocked';
    reason?: string;
  }[];
}
