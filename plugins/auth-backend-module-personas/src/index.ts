// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

/**
 * Development-only sign-in as a persona of the demo organisation.
 *
 * @packageDocumentation
 */

export { authModulePersonas as default } from './module';
