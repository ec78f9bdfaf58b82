// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

/** One entry of an error catalogue: its class and its message with `{name}` for values. @public */
export interface ErrorDefinition {
  /** A class of `@backstage/errors`: it decides the HTTP status. */
  type: new (message: string, cause?: Error) => Error;
  /** What happened, with the value in quotes, and the next step. */
  message: string;
}

/** An error with its stable code, which travels in the response body. @public */
export type CodedError<TCode extends string = string> = Error & { code: TCode };

/**
 * Turns a closed catalogue of errors into the one function that makes them,
 * so that every message is declared once, under its code.
 *
 * @public
 */
export function defineErrors<TCode extends string>(
  catalogue: Record<TCode, ErrorDefinition>,
): (
  code: TCode,
  values?: Record<string, string | number>,
  cause?: unknown,
) => CodedError<TCode> {
  return (code, values = {}, cause = undefined) => {
    const { type: ErrorType, message } = catalogue[code];
    const text = message.replace(/\{(\w+)\}/g, (placeholder, name) =>
      Object.hasOwn(values, name) ? String(values[name]) : placeholder,
    );
    const error = new ErrorType(
      text,
      cause instanceof Error ? cause : undefined,
    );
    return Object.assign(error, { code });
  };
}
