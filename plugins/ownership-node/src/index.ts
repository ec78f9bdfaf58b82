// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

/**
 * The ownership policy engine, and the service that other plugins ask.
 *
 * @packageDocumentation
 */

export * from './engine';
export * from './service';
export * from './permissions';
