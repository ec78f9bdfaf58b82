// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

export { useOnce } from './useOnce';
export type { Once } from './useOnce';
export { useRequestSignals } from './useRequestSignals';
