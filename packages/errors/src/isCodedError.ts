// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { isError } from '@backstage/errors';
import type { CodedError } from './types';

const KEBAB = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/;

/**
 * Whether something thrown carries a code of ours; the errors of Node.js have
 * codes too, but in upper case. Narrowed to one code, or to those of a
 * catalogue. Looks at the shape alone, so that what came over HTTP counts too.
 *
 * @public
 */
export function isCodedError<TCode extends string = string>(
  error: unknown,
  of?: TCode | Readonly<Record<TCode, unknown>>,
): error is CodedError<TCode> {
  if (!isError(error)) return false;
  const { code } = error;
  if (typeof code !== 'string' || !KEBAB.test(code)) return false;
  if (of === undefined) return true;
  return typeof of === 'string' ? code === of : Object.hasOwn(of, code);
}
