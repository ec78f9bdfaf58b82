// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { formatMessage } from './formatMessage';
import type {
  CodedError,
  ErrorCatalogue,
  ErrorExtras,
  ErrorMaker,
} from './types';

/**
 * Turns a closed catalogue of errors into the one function that makes them, so
 * that every message is declared once, under its code. Declare the catalogue
 * `as const satisfies ErrorCatalogue`: the values that a message needs are then
 * checked by the compiler.
 *
 * @public
 */
export function defineErrors<const TCatalogue extends ErrorCatalogue>(
  catalogue: TCatalogue,
): ErrorMaker<TCatalogue> {
  return <TCode extends keyof TCatalogue & string>(
    code: TCode,
    values: Readonly<Record<string, string | number>> = {},
    { cause, ...carried }: ErrorExtras = {},
  ): CodedError<TCode> => {
    const { type: ErrorType, message } = catalogue[code];
    const error = new ErrorType(formatMessage(message, values));
    // Given to the class, the cause would be appended to words that are written for people, and be sent to them.
    if (cause !== undefined) {
      Object.defineProperty(error, 'cause', {
        value: cause,
        enumerable: false,
        configurable: true,
        writable: true,
      });
    }
    const present = Object.entries(carried).filter(
      ([, value]) => value !== undefined,
    );
    return Object.assign(error, Object.fromEntries(present), { code });
  };
}
