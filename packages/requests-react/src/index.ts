// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

/**
 * What the pages of the suite share: requests (sources, tables, the page, decisions), worded states, diff, copying,
 * times, links to entities.
 *
 * @packageDocumentation
 */

export * from './components';
export * from './hooks';
export * from './leaveGuard';
export * from './requests';
