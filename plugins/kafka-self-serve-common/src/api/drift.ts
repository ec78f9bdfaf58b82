// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type { FieldChange, RequestAction } from '@fairway/requests-common';
import type { JsonObject } from '@backstage/types';
import type { Problem } from '../problems';
import type { AclBinding } from '../model/observed';
import type { KafkaPageQuery, OwnedBy } from './common';

/** @public */
export type DriftKind =
  | 'topic-changed'
  | 'topic-missing'
  | 'acl-missing'
  | 'acl-foreign'
  | 'subject-changed'
  | 'subject-missing'
  | 'quota-changed';

/** @public */
export interface DriftQuery extends KafkaPageQuery {
  environment?: string[];
  kind?: DriftKind[];
  application?: string[];
  /** Whether those that somebody chose to ignore are in the list too. */
  ignored?: boolean;
}

/** A difference between what is desired and what is there. @public */
export interface DriftEntry extends OwnedBy {
  /** The same for the same difference. */
  id: string;
  environment: string;
  kind: DriftKind;
  /** Topic, subject, or principal. */
  name: string;
  title: string;
  /** `before` is desired, `after` observed. */
  changes: FieldChange[];
  acl?: AclBinding;
  /** When a scan saw it first, ISO 8601. */
  since: string;
  ignored: boolean;
  /** Requests that would end it; `POST /requests` with one of them. */
  repair?: { kind: string; payload: JsonObject };
  /** Makes what is there the desired. */
  adopt?: { kind: string; payload: JsonObject };
  /** Whether the caller may do something about it, and why not. */
  action: RequestAction;
}

/** Body of `POST /drift/:id`: by an owner or an administrator. @public */
export interface DriftChoice {
  /** `adopt` takes what is there for desired where it needs no request; `watch` ends `ignore`. */
  choice: 'ignore' | 'watch' | 'adopt';
  comment?: string;
}

/** What nobody owns. @public */
export interface OrphanView {
  environment: string;
  type: 'TOPIC' | 'GROUP' | 'SUBJECT';
  name: string;
  partitions?: number;
  bytes?: number;
  /** Principals that have access. */
  principals: string[];
}

/** @public */
export interface OrphansQuery extends KafkaPageQuery {
  environment?: string[];
  type?: OrphanView['type'][];
}

/** Who should own what was found on a cluster. @public */
export interface ImportSuggestion {
  environment: string;
  topic: string;
  /** Best first: the principal with WRITE. */
  owners: { principal: string; instance?: string; reason: string }[];
  /** Foreign READ and WRITE that would become grants. */
  grants: {
    principal: string;
    instance?: string;
    access: 'CONSUME' | 'PRODUCE';
    group?: string;
  }[];
}

/** Body of `POST /import`: by an administrator. @public */
export interface ImportInput {
  environment: string;
  /** Topics with their owners; `instance` left out: the suggested one. */
  topics: { name: string; instance?: string }[];
  /** Every orphan with a suggestion that has one instance. */
  all?: boolean;
  /** Whether grants are made of foreign ACLs. */
  grants?: boolean;
}

/** Answer of `POST /import`. @public */
export interface ImportAnswer {
  imported: number;
  grants: number;
  /** Those that were left, and why. */
  problems: Problem[];
}
