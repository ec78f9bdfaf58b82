// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

/**
 * The entities of the suite in the catalog.
 *
 * @packageDocumentation
 */

export { catalogModuleFairway as default } from './module';
