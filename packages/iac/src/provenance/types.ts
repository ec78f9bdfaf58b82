// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { JsonObject } from '@backstage/types';
import { RepositoryFile } from '../evaluate/types';

/** Where a unit came from. Lies beside the unit, so that a later change needs no database. @public */
export interface Provenance {
  /** The template that wrote it: `template:default/postgres-database`. */
  template?: { ref: string; version?: string };
  module?: {
    /** Without version: `git::https://host/acme/modules.git//modules/network`. */
    source: string;
    version: string;
    /** What the version was when it was written. */
    commit?: string;
  };
  /** What the person gave, without what is sensitive. */
  parameters: JsonObject;
  /** Entity reference of the group. */
  owner?: string;
  environment?: string;
  /** Entity reference of the person. */
  requester?: string;
  changeId?: string;
  /** Hash of every file as it was written, by its path from the unit's folder: `sha256:…`. */
  files: Record<string, string>;
}

/** @public */
export interface ProvenanceInput extends Omit<Provenance, 'files'> {
  /** Parameters that are left out. */
  sensitiveParameters?: readonly string[];
  /** What is written beside it, paths from the unit's folder. */
  files: readonly RepositoryFile[];
}
