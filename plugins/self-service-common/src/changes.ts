// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type { Entity } from '@backstage/catalog-model';
import type { RequestLink } from '@fairway/requests-common';
import type { DispatchedEntity } from './dispatch';

/** Kind of a request that writes files to Git. @public */
export const CHANGE_KIND = 'change';

/** One file that a change writes or removes; `path` is relative to the repository root. @public */
export type ChangeFile =
  | { path: string; content: string }
  | { path: string; delete: true };

/** Payload of a request of kind `change`. @public */
export type ChangePayload = {
  /** A repository named in `selfService.repositories`, for example `local?owner=acme&repo=infrastructure-live`. */
  repoUrl: string;
  files: ChangeFile[];
  /** What to do with a file that is there with another content; `fail` if left out. */
  onExists?: 'fail' | 'replace';
  /** The group that will own the result; the requester's team if left out. */
  ownerRef?: string;
  /** Commit that the files were made for; the tip of the default branch if left out. */
  baseSha?: string;
  /** Body of the pull request. */
  description?: string;
  /** Attributes that the ownership policy declares, for example `{ changeTicket: 'CHG-1' }`. */
  request?: Record<string, string>;
  /** What the caller believes; the derived target has to agree or the change is refused. */
  expect?: { environment?: string; service?: string };
  /** Where it comes from, for the record. */
  origin?: { templateRef?: string; taskId?: string };
  /** Labels of the pull request, where the host has them. */
  labels?: string[];
  /**
   * Who is asked on the host for a review: `auto` (if left out) are the CODEOWNERS of its files at the base; names of the
   * host (`octocat`, `acme/platform`); nobody if empty. The requester is never asked. What the portal asks for is the
   * policy's, whoever reviews there.
   */
  reviewers?: 'auto' | string[];
  /** Opens the pull request as a draft of the host; the approval makes it ready. */
  draft?: boolean;
  /** After the approval, lets the host merge as soon as its own rules are met. */
  autoMerge?: boolean;
  /** How long what it makes is meant to live, as an ISO 8601 duration: `P14D`. */
  lifetime?: string;
  /** Id of an ended request that this one asks for again. */
  reopens?: string;
};

/** One target that a change touches. @public */
export type PlannedTarget = {
  /** Folder of the unit, or of the service's deployment files; of plain Terraform the folder and the name of the call. */
  path: string;
  /** The file that makes it, where that is no file of its own in `path`: of a stack's unit, of a call of a module. */
  file?: string;
  /** What the ownership policy is asked: `service.deploy`, or `service.destroy` where the unit goes away. */
  action: string;
  environment: string;
  service: string;
  account?: string;
  module?: { name: string; version: string };
  /** As the policy writes it: `prod/payments-api`. */
  targetRef: string;
};

/** Plan of a request of kind `change`: what the approval's digest covers. @public */
export type ChangePlan = {
  repoUrl: string;
  baseBranch: string;
  files: {
    path: string;
    action: 'created' | 'updated' | 'deleted' | 'unchanged';
    /** SHA-256 of the content that it ends with, in hex. */
    sha256?: string;
  }[];
  targets: PlannedTarget[];
  /** Attributes that the decision rests on. */
  request?: Record<string, string>;
  /** How long what it makes is meant to live: `P14D`. */
  lifetime?: string;
  /** Whether the host may merge by itself after the approval. */
  autoMerge?: boolean;
};

/** What the steps of a change make, as `outputs` of its request. @public */
export type ChangeOutputs = {
  baseSha?: string;
  branch?: string;
  /** Newest commit of ours on the branch. */
  commitSha?: string;
  /** Head that the current plan was made for. */
  headSha?: string;
  pullRequestNumber?: number;
  /** Page of the pull request, where the host has one. */
  remoteUrl?: string;
  /** Pasted into a terminal on the portal's machine, shows the branch's last commit (local host only). */
  inspectCommand?: string;
  mergeSha?: string;
  /** How its apply ended. */
  applied?: 'unknown' | 'applied' | 'not-applied' | 'failed';
  /** Whom the host was asked to ask for a review, by the host's names. */
  reviewers?: string[];
};

/** How a repository's changes are known to be applied. @public */
export type ApplyMode = 'none' | 'checks' | 'report';

/**
 * Where a pipeline is. `not-applied` ends the request as merged, with the words of `statusLabel`.
 *
 * @public
 */
export type ReportStatus = 'running' | 'succeeded' | 'failed' | 'not-applied';

/** Body of `POST /requests/:id/report`. @public */
export interface ReportInput {
  status?: ReportStatus;
  /** Short words: `Applying 3 resources`. */
  statusLabel?: string;
  summary?: string;
  links?: RequestLink[];
  /** Lines for the request's log. */
  logs?: string[];
  /** Results of a dispatch, by name; later ones replace earlier ones. */
  outputs?: Record<string, string | number | boolean>;
  /** What a dispatch made or changed. */
  entity?: DispatchedEntity;
  /** The same report sent again is dropped. */
  reportId?: string;
  /** Of `PendingReport` or `ReportTokenAnswer`; a report of an earlier attempt is refused. */
  attempt?: number;
}

/** Body of `POST /report/token`: the pipeline's OIDC token is in `token`. @public */
export interface ReportTokenInput {
  token: string;
  /** Commit that the pipeline runs for; a claim of the token says the same. */
  commitSha?: string;
}

/** Answer of `POST /report/token`. @public */
export interface ReportTokenAnswer {
  requestId: string;
  /** Bearer token for `POST /requests/:id/report` of this request only. */
  token: string;
  /** ISO 8601. */
  expiresAt: string;
  /** From 1; a later attempt fences an earlier one. */
  attempt: number;
}

/** A merged change that waits for a report, as `GET /report/pending` answers it to a runner. @public */
export interface PendingReport {
  requestId: string;
  number: number;
  repoUrl: string;
  baseBranch: string;
  mergeSha: string;
  /** Goes up when a failed apply is tried again. */
  attempt: number;
  targets: PlannedTarget[];
}

/** Answer of `GET /report/pending`. @public */
export interface PendingReports {
  items: PendingReport[];
}

/** Answer of `GET /entities`, for the catalog: what is proposed, applied, failed. With an ETag. @public */
export interface EntitiesAnswer {
  entities: Entity[];
}
