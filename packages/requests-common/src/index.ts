// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

/**
 * Requests: types, schemas, state machines, approval rule, digest and client.
 *
 * @packageDocumentation
 */

export * from './types';
export * from './api';
export * from './permissions';
export * from './stateMachine';
export * from './approval';
export * from './digest';
export * from './schemas';
export * from './words';
export * from './client';
export { type ProgressStage, progressOf, type ProgressStatus } from './stages';
export { isRefusal, type Refusal, refusalError } from './refusal';
export {
  REQUESTS_COMMON_ERRORS,
  type RequestsCommonError,
  type RequestsCommonErrorCode,
} from './errors';
