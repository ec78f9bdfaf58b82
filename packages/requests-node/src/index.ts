// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

/**
 * The request engine: store, service, worker, outbox, event chain, router.
 *
 * @packageDocumentation
 */

export * from './types';
export type {
  Caller,
  RequestOperations,
  RequestService,
} from './service/types';
export * from './store';
