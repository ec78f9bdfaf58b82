// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

/**
 * Serves the ownership policy: what a person may do where, and why not.
 *
 * @packageDocumentation
 */

export { ownershipPlugin as default } from './plugin';
