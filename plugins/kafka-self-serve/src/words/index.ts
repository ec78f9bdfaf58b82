// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

export { PhaseBadge } from './PhaseBadge';
export { SnapshotAge } from './SnapshotAge';
export { wordsOfMilliseconds } from '@fairway/requests-common';
export { LoadingRows } from './LoadingRows';
