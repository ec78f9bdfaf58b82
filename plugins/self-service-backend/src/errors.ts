// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { isError } from '@backstage/errors';
import {
  type CodedError,
  defineErrors,
  type ErrorCatalogue,
} from '@fairway/errors';
import { ACTION_ERRORS } from './errors/actions';
import { BRANCH_ERRORS } from './errors/branches';
import { CODE_ERRORS } from './errors/code';
import { DISPATCH_ERRORS } from './errors/dispatch';
import { FILE_ERRORS } from './errors/files';
import { LIFETIME_ERRORS } from './errors/lifetimes';
import { NEW_REPOSITORY_ERRORS } from './errors/newRepositories';
import { PATH_ERRORS } from './errors/paths';
import { POLICY_ERRORS } from './errors/policy';
import { READ_ERRORS } from './errors/reads';
import { REPORT_ERRORS } from './errors/reports';
import { SETUP_ERRORS } from './errors/setup';

/**
 * Every error of this plugin by its stable code.
 *
 * @public
 */
export const SELF_SERVICE_ERRORS = {
  ...SETUP_ERRORS,
  ...FILE_ERRORS,
  ...PATH_ERRORS,
  ...CODE_ERRORS,
  ...READ_ERRORS,
  ...ACTION_ERRORS,
  ...POLICY_ERRORS,
  ...BRANCH_ERRORS,
  ...REPORT_ERRORS,
  ...DISPATCH_ERRORS,
  ...LIFETIME_ERRORS,
  ...NEW_REPOSITORY_ERRORS,
} as const satisfies ErrorCatalogue;

/** @public */
export type SelfServiceErrorCode = keyof typeof SELF_SERVICE_ERRORS;

/** @public */
export type SelfServiceError = CodedError<SelfServiceErrorCode>;

export const selfServiceError = defineErrors(SELF_SERVICE_ERRORS);

/** The words of any thrown thing. */
export function wordsOf(error: unknown): string {
  return isError(error) ? error.message : String(error);
}
