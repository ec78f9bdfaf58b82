// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type {
  ApplicationInstance,
  DesiredState,
  Problem,
  TopicPayload,
} from '@fairway/backstage-plugin-kafka-self-serve-common';
import type { FieldChange, RequestCheck, Risk } from '@fairway/requests-common';
import type {
  Cluster,
  EnvironmentState,
  FurtherApprovals,
  StoredGrant,
} from '../../domain/ports';
import type { OffsetReset, UserRotation } from '../execute/types';
import type { DomainRecord } from '../plan/types';

/** Who may use what, as far as ACLs follow from it. */
export interface AccessBook {
  instances: ApplicationInstance[];
  /** Those whose ACLs are on the cluster. */
  grants: StoredGrant[];
}

/** Whose word it takes to ask, in one part of a request. */
export interface Standing {
  /** The requester has to be in one of them. */
  ownerRefs: string[];
  /** For the refusal: `the application instance orders@prod`. */
  subject: string;
  further?: FurtherApprovals;
}

/** What one thing that is asked for comes to. */
export interface Draft {
  operation: string;
  title: string;
  /** The group that will own the result. */
  ownerRef?: string;
  /** Groups whose resources it touches, beside. */
  readerRefs?: string[];
  standing: Standing;
  problems: Problem[];
  /** Of the cluster, ACLs aside. */
  desired: DesiredState;
  /** Who may use what afterwards. */
  access?(book: AccessBook): AccessBook;
  /** Literal topics whose access has to be there afterwards, as of a topic that comes to be. */
  accessOfTopics?: string[];
  /** Principals whose access has to be there afterwards, whatever became of it meanwhile. */
  accessOfPrincipals?: string[];
  works?: (UserRotation | OffsetReset)[];
  records: DomainRecord[];
  /** What changes in our books, for people. */
  changes: FieldChange[];
  effects: string[];
  risks?: Risk[];
  checks?: RequestCheck[];
  graceDays?: number;
}

/** What drafts are made from. */
export interface DraftContext {
  state: EnvironmentState;
  /** Names of topics that other open requests ask for. */
  pending: readonly string[];
  requesterRef: string;
  now: Date;
  /** When the request was made: what is counted back from. */
  since: Date;
  /** Other changes of the same topics in the same bundle: together they are one. */
  topicChanges?: readonly TopicPayload[];
  /** Topics that this very request is deleting already. */
  deleting?: readonly string[];
  /** Only where the live cluster is asked. */
  cluster?: Cluster;
}
