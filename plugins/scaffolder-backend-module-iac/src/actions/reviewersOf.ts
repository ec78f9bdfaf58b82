// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type { RequestDetail } from '@fairway/requests-common';

/** Entity refs of whoever may say yes, each once. */
export function reviewersOf({ approval }: RequestDetail): string[] {
  return approval.mode === 'stages'
    ? [...new Set(approval.stages.flatMap(({ from }) => from))]
    : [];
}
