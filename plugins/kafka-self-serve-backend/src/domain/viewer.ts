// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type { PermissionCriteria } from '@backstage/plugin-permission-common';

/** One thing that a permission rule asks of a topic, group, subject, grant or credential: the field is one of the values. */
export interface ResourceCriterion {
  field: 'environment' | 'type' | 'application' | 'ownerRef' | 'name';
  values: string[];
}

/** What permission rules look at. `ownerRef` and `application` are left out of an orphan. */
export interface KafkaResource {
  type: 'topic' | 'group' | 'subject' | 'grant' | 'credential' | 'acl';
  environment: string;
  name: string;
  application?: string;
  ownerRef?: string;
}

/** Who looks at a list; the lists are filtered with it in the database. */
export interface Viewer {
  userRef: string;
  /** The person and all their groups, upward. */
  refs: string[];
  isAdministrator: boolean;
  /** Environments that they may see, and nothing in others. */
  environments: string[];
  /** Private instances of others: nothing of theirs is shown. Empty for administrators. */
  hiddenInstances: string[];
  /** What the company's permission policy lets them see of that; everything if left out. */
  criteria?: PermissionCriteria<ResourceCriterion>;
}

/** A page as the database has it. */
export interface StoredPage<T> {
  items: T[];
  nextCursor?: string;
  prevCursor?: string;
  /** All that match. */
  total: number;
}
