// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

export * from './definitions';
export { effectiveConfig, isCompacted } from './effective';
export * from './types';
export { configValueFault, normaliseConfigValue } from './values';
