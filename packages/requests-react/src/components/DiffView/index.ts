// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

export { DiffView } from './DiffView';
export { parseUnifiedDiff } from './parseUnifiedDiff';
export type { DiffFile, DiffHunk, DiffLine } from './parseUnifiedDiff';
