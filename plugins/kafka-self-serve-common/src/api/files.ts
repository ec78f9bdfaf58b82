// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type { FieldChange } from '@fairway/requests-common';
import type { JsonObject } from '@backstage/types';
import type { TopicSpec } from '../model/resources';
import type { Problem } from '../problems';

/** Body of `POST /promotion-diff`. @public */
export interface PromotionDiffInput {
  from: string;
  /** The next one if left out. */
  to?: string;
  topics: string[];
}

/** @public */
export interface PromotionDiffItem {
  name: string;
  source?: TopicSpec;
  /** As it is there. */
  target?: TopicSpec;
  /** As it would be there. */
  result?: TopicSpec;
  changes: FieldChange[];
  problems: Problem[];
}

/** Answer of `POST /promotion-diff`. @public */
export interface PromotionDiff {
  from: string;
  to: string;
  items: PromotionDiffItem[];
  problems: Problem[];
}

/** Body of `POST /files/plan`: a document that a team keeps in Git. @public */
export interface FilesPlanInput {
  environment: string;
  /** The application instance that the resources belong to. */
  instance: string;
  /** YAML or JSON: `topics`, `acls`, `subjects`; what is not named stays. */
  content: string;
}

/** Answer of `POST /files/plan`. @public */
export type FilesPlan =
  | {
      outcome: 'planned';
      /** The request to make of it; left out: there is nothing to do. */
      request?: { kind: 'kafka.bundle'; payload: JsonObject };
      changes: FieldChange[];
      problems: Problem[];
    }
  | { outcome: 'refused'; codes: string[]; problems: Problem[] };

/** @public */
export interface FilesExportQuery {
  environment: string;
  /** Only what this instance owns. */
  instance?: string;
}
