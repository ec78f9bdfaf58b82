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
