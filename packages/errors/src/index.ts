// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

/**
 * Closed catalogues of errors: a stable code, a class of `@backstage/errors`,
 * and a message that says the next step.
 *
 * @packageDocumentation
 */

export { defineErrors } from './defineErrors';
export { isCodedError } from './isCodedError';
export { shown } from './shown';
export type {
  CodedError,
  ErrorCatalogue,
  ErrorDefinition,
  ErrorExtras,
  ErrorMaker,
  ErrorValues,
  PlaceholderOf,
} from './types';
