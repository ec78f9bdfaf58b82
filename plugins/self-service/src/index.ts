// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

/**
 * Self-service infrastructure: ordering, following, deciding and auditing changes, and the scaffolder's form fields.
 *
 * @packageDocumentation
 */

export { selfServicePlugin as default } from './plugin';
export { selfServiceTranslationRef } from './translation';
export {
  infrastructureApiRef,
  ownershipApiRef,
  selfServiceApiRef,
  selfServiceRequestsApiRef,
} from './api';
export type { OwnershipApi } from './api';
