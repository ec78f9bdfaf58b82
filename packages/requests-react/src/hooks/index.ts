// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

export { useDelayedText } from './useDelayedText';
export { useLoad } from './useLoad';
export type { Loaded } from './useLoad';
export { usePolling } from './usePolling';
export { useUrlParams } from './useUrlParams';
export { useWindowTitle } from './useWindowTitle';
