// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type { OwnershipMatrix, PolicyDiff } from './answers';
import type { PolicyProblem, PolicyTestReport } from './policy';
import type { OwnershipDecision, OwnershipTarget } from './types';

/**
 * Body of `POST /decide`; answers an `OwnershipDecision`. People ask for
 * themselves, other backend plugins for the person that they name.
 *
 * @public
 */
export interface DecideRequest {
  target: OwnershipTarget;
  /** Attributes that the policy declares, for example `{ changeTicket: 'CHG-1' }`. */
  request?: Record<string, string>;
  /** For example `user:default/pia`. Required from a service, refused from a person who names somebody else. */
  userEntityRef?: string;
}

/**
 * Body of `POST /explain`. For somebody else only administrators and the
 * owners of the named environment or service may ask.
 *
 * @public
 */
export interface ExplainRequest {
  target: OwnershipTarget;
  request?: Record<string, string>;
  /** Left out: whoever asks. */
  userEntityRef?: string;
  /** ISO 8601 with a zone; left out: now. For questions such as "also during the freeze?". */
  at?: string;
}

/** One stage of approvals that a target needs. @public */
export interface ApprovalNeed {
  /** Entry of `approvals:` that asks for it, and its line in the policy file. */
  entry: string;
  line: number;
  /** Group and user entity refs of whom an approval counts. */
  from: string[];
  /** Distinct people. */
  count: number;
}

/** Answer of `POST /explain`. @public */
export interface ExplainResponse {
  userEntityRef: string;
  /** The moment that was decided about, ISO 8601. */
  at: string;
  decision: OwnershipDecision;
  /** `none`: no entry of the policy covers the target, so that nobody could approve it. */
  approvals: { mode: 'auto' | 'stages' | 'none'; stages: ApprovalNeed[] };
}

/**
 * Body of `POST /simulate`: a draft that is judged and compared, never stored.
 *
 * @public
 */
export interface SimulateRequest {
  /** The draft policy, YAML or JSON, at most 1 MB. */
  policy: string;
  /** The draft test cases; left out: the cases of the configured policy, if there are any. */
  tests?: string;
}

/** Answer of `POST /simulate`. @public */
export interface SimulateResponse {
  /** Content hash of the draft. */
  revision: string;
  /** The revision that it was compared with; absent if there is none. */
  currentRevision?: string;
  /** Whether the draft would be taken: no error and no failed case. */
  accepted: boolean;
  /** Errors and warnings with file, line, column and what to write instead. */
  problems: PolicyProblem[];
  /** Absent if the draft has errors or there are no cases. */
  tests?: PolicyTestReport;
  /** Who gains and who loses against the current revision; absent if there is none or the draft has errors. */
  changes?: PolicyDiff;
}

/** What `GET /who-can` and `OwnershipClient.whoCan` ask. @public */
export interface WhoCanQuery {
  action: string;
  environment?: string;
  service?: string;
  account?: string;
  network?: string;
  cluster?: string;
  stores?: string[];
  request?: Record<string, string>;
}

/** What `GET /matrix` and `OwnershipClient.matrix` ask; what is left out is not filtered. @public */
export interface MatrixQuery {
  /** Left out: `service.deploy`. */
  action?: string;
  environment?: string;
  service?: string;
  /** Id of a team of the policy. */
  team?: string;
  /** How many rows to leave out, from 0. */
  offset?: number;
  /** 1 to 500 rows; left out: 100. */
  limit?: number;
}

/** Answer of `GET /matrix`: one page of rows. @public */
export interface MatrixPage extends OwnershipMatrix {
  /** Rows that match the filters, on all pages. */
  total: number;
}

/** One revision that was in force, newest first in `GET /revisions`. @public */
export interface PolicyRevision {
  /** Content hash. */
  revision: string;
  /** Name of the file, folder or URL that it came from, without folder. */
  source: string;
  /** When it came into force, ISO 8601. */
  loadedAt: string;
  /** Whether it decides now. */
  current: boolean;
}

/** Answer of `GET /revisions`. @public */
export interface RevisionsResponse {
  items: PolicyRevision[];
}

/** Answer of `GET /me`: what the pages of a person show and hide. @public */
export interface MeResponse {
  userEntityRef: string;
  /** Ids of the person's teams. */
  teams: string[];
  administrator: boolean;
  /** Absent if the person may not open a grant. */
  breakGlass?: {
    /** The longest that a grant may last. */
    maxMinutes: number;
    /** What has to be given. */
    require: ('reason' | 'ticket')[];
    /** How many other people have to approve. */
    approvals: number;
  };
}

/**
 * `waiting` for approval; `active`: it counts; `closed` by somebody; `expired`
 * by itself.
 *
 * @public
 */
export type BreakGlassState = 'waiting' | 'active' | 'closed' | 'expired';

/** Body of `POST /break-glass`. @public */
export interface OpenBreakGlassRequest {
  /** Why, in words that are still understood in a year. */
  reason: string;
  ticket: string;
  /** From the approval on; at most the policy's `breakGlass.maxMinutes`. */
  minutes: number;
  /** Left out: every environment. */
  environment?: string;
  /** Left out: every service. */
  service?: string;
}

/** A break-glass grant with its story, as people see it. @public */
export interface BreakGlassRecord {
  id: string;
  state: BreakGlassState;
  /** Who asked for it and may use it. */
  userEntityRef: string;
  reason: string;
  ticket: string;
  minutes: number;
  environment?: string;
  service?: string;
  /** ISO 8601, as all times here. */
  requestedAt: string;
  /** When it began to count. */
  openedAt?: string;
  /** When it ends by itself; before the approval: when the wait for one ends. */
  expiresAt: string;
  approvedBy: string[];
  approvalsNeeded: number;
  closedAt?: string;
  closedBy?: string;
  /** What the person who asks may do with it. */
  mayApprove: boolean;
  mayClose: boolean;
}

/** Answer of `GET /break-glass`, newest first. @public */
export interface BreakGlassResponse {
  items: BreakGlassRecord[];
}

/** Answer of `GET /entities`, for the catalog: entities of kind Resource. @public */
export interface OwnershipEntitiesResponse {
  revision: string;
  entities: {
    apiVersion: 'backstage.io/v1alpha1';
    kind: 'Resource';
    metadata: {
      name: string;
      description?: string;
      annotations: Record<string, string>;
    };
    spec: { type: 'environment'; owner: string };
  }[];
}

/** Answer of `GET /policy/status`. @public */
export interface PolicyStatusResponse {
  /**
   * `current`: the file as it stands decides. `outdated`: the file has errors, the last good revision decides.
   * `missing`: there is no good revision, so everything that the policy manages is refused.
   */
  state: 'current' | 'outdated' | 'missing';
  /** The revision that decides, a content hash; absent if there is none. */
  revision?: string;
  /** When that revision was loaded, ISO 8601. */
  loadedAt?: string;
  /** Name of the policy file, without folder; absent if none is configured. */
  source?: string;
  /** When the files were last looked at, ISO 8601. */
  checkedAt: string;
  /** Of the files as they stand, not of the revision that decides. */
  problems: PolicyProblem[];
}
