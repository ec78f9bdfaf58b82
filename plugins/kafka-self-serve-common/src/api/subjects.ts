// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type { RequestAction } from '@fairway/requests-common';
import type {
  Compatibility,
  Phase,
  SchemaFormat,
  SchemaReference,
} from '../model/resources';
import type {
  KafkaPageQuery,
  OpenKafkaRequest,
  OwnedBy,
  SnapshotInfo,
} from './common';

/** @public */
export interface SubjectsQuery extends KafkaPageQuery {
  environment?: string[];
  application?: string[];
  owner?: string[];
  topic?: string;
  mine?: boolean;
}

/** @public */
export interface SubjectSummary extends OwnedBy {
  environment: string;
  name: string;
  phase: Phase;
  format?: SchemaFormat;
  /** Latest. */
  version?: number;
  /** Its own level; left out: the registry's. */
  compatibility?: Compatibility;
  /** Topics that it belongs to by its name. */
  topics: string[];
}

/** @public */
export interface SubjectVersionView {
  version: number;
  id: number;
  format: SchemaFormat;
  schema: string;
  references: SchemaReference[];
}

/** Answer of `GET /subjects/:environment/:name`. @public */
export interface SubjectDetail extends SubjectSummary {
  /** Numbers, ascending; their texts are read one by one. */
  versions: number[];
  latest?: SubjectVersionView;
  /** What holds where it has no level of its own. */
  registryCompatibility?: Compatibility;
  openRequests: OpenKafkaRequest[];
  live: boolean;
  snapshot: SnapshotInfo;
  actions: Record<'register' | 'compatibility', RequestAction>;
}
