// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type { JsonObject } from '@backstage/types';
import type { ChangeFile } from '../changes';

/**
 * How Git, the catalog and the last apply differ:
 * `changed` and `removed` past the portal, `unknown` to it, `not-applied` though merged, `not-in-catalog`.
 *
 * @public
 */
export type DriftKind =
  | 'changed'
  | 'removed'
  | 'unknown'
  | 'not-applied'
  | 'not-in-catalog';

/** One difference, of something that the caller may plan. @public */
export interface DriftItem {
  kind: DriftKind;
  repoUrl: string;
  path: string;
  environment: string;
  service: string;
  ownerRef?: string;
  /** Of the last change by the portal. */
  requestId?: string;
  /** Commit of it. */
  recordedSha?: string;
  /** Puts back what that commit had: files of a change, and its diff. */
  restore?: { files: ChangeFile[]; diff: string };
  /** Forms that change it, filled as it is. */
  forms: { templateRef: string; title: string; formData: JsonObject }[];
}

/** Answer of `GET /drift`. @public */
export interface DriftAnswer {
  items: DriftItem[];
  /** How many more units there are that the caller may not plan. */
  hidden: number;
  /** Tip of the default branch of each repository that was looked at. */
  heads: Record<string, string>;
}
