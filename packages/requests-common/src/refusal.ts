// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { REQUESTS_COMMON_ERRORS, type RequestsCommonErrorCode } from './errors';

/** A no with its reason; nothing was changed. @public */
export interface Refusal<
  TCode extends RequestsCommonErrorCode = RequestsCommonErrorCode,
> {
  /** Stable, kebab-case. */
  code: TCode;
  /** For people: what, why, and what to do next. */
  message: string;
}

/** Whether a pure function said no. @public */
export function isRefusal<T extends object>(
  result: T | Refusal,
): result is Refusal {
  return 'code' in result && 'message' in result;
}

/** A refusal as an error of the class that its code has: for whoever throws it. @public */
export function refusalError(refusal: Refusal): Error & Refusal {
  const { type: ErrorType } = REQUESTS_COMMON_ERRORS[refusal.code];
  return Object.assign(new ErrorType(refusal.message), { code: refusal.code });
}
