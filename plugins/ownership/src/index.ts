// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

/**
 * Team and environment ownership: who may do what where, and why.
 *
 * @packageDocumentation
 */

export { ownershipPlugin as default } from './plugin';
export { ownershipTranslationRef } from './translation';
export { ownershipApiRef } from './api';
export type { OwnershipApi } from './api';
