// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

/**
 * Self-service changes to infrastructure repositories: the only writer of Git.
 *
 * @packageDocumentation
 */

export { selfServicePlugin as default } from './plugin';
export { lifetimeClockServiceRef } from './lifetimes/clockServiceRef';
export {
  SELF_SERVICE_ERRORS,
  type SelfServiceError,
  type SelfServiceErrorCode,
} from './errors';
