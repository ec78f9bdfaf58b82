// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

/**
 * Scaffolder actions that write infrastructure as code to Git through self-service.
 *
 * @packageDocumentation
 */

export { scaffolderModuleIac as default } from './module';
export { IAC_ACTION_ERRORS, type IacActionErrorCode } from './errors';
