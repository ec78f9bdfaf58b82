// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type { ReviewAnswer } from './answers';

/** A pull request, as the double keeps it. */
export interface PullRecord {
  number: number;
  title: string;
  body: string;
  branch: string;
  baseBranch: string;
  state: 'open' | 'closed';
  headSha: string;
  mergeSha?: string;
  labels: string[];
  reviewers: string[];
  reviews: ReviewAnswer[];
  autoMerge?: boolean;
  draft?: boolean;
}
