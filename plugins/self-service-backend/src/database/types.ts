// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type {
  Change,
  ChangeTarget,
} from '@fairway/backstage-plugin-self-service-common';
import type { StoredChangeState } from '../domain/changeState';

/** A path and what happens to it. */
export type ChangeFileAction = Change['files'][number];

/** Who a commit is written as. */
export interface CommitAuthor {
  name: string;
  email: string;
}

/** A change that was decided and is about to be written. */
export interface NewChange {
  id: string;
  requesterRef: string;
  idempotencyKey: string;
  requestDigest: string;
  title: string;
  description: string;
  repoUrl: string;
  baseBranch: string;
  baseSha: string;
  branch: string;
  targets: ChangeTarget[];
  files: ChangeFileAction[];
  /** Attributes that it was asked with. */
  request?: Record<string, string>;
  author: CommitAuthor;
  templateRef?: string;
  taskId?: string;
  /** Groups of the requester. */
  teamRefs: string[];
  /** Groups and people who decide about the targets, by the policy. */
  askedRefs: string[];
  createdAt: Date;
}

/** A change as it is kept. */
export interface StoredChange extends NewChange {
  number: number;
  state: StoredChangeState;
  commitSha?: string;
  pullRequestNumber?: number;
  remoteUrl?: string;
  failure?: { code: string; message: string };
  updatedAt: Date;
}

/** What came of keeping a new change: it, the earlier one of its key, or the one that holds a target. */
export type Insertion =
  | { change: StoredChange; created: boolean; heldBy?: undefined }
  | { change?: undefined; created?: undefined; heldBy: StoredChange };

/** What a transition records. */
export type ChangeTransition =
  | {
      event: 'opened';
      commitSha: string;
      pullRequestNumber: number;
      remoteUrl?: string;
    }
  | { event: 'failed'; failure: { code: string; message: string } }
  | { event: 'retried' };
