// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

/** What went wrong, in the kinds that call for different advice. */
export type ErrorKind =
  | 'unauthenticated'
  | 'notAllowed'
  | 'notFound'
  | 'conflict'
  | 'invalid'
  | 'unreachable'
  | 'server'
  | 'unknown';

/** An error as people need it. */
export interface ErrorDescription {
  kind: ErrorKind;
  /** The stable code of the server's catalogue if it sent one, else the error's name. */
  code: string;
  /** The cause in the server's words, else in the browser's. */
  message: string;
  /** Ids of the rules that refused, when the server said so. */
  rule?: string;
  /** Entity refs of those who can help, when the server said so. */
  askFor: string[];
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && !!value;

const text = (value: unknown): string | undefined =>
  typeof value === 'string' && value ? value : undefined;

const KIND_BY_STATUS: Record<number, ErrorKind> = {
  400: 'invalid',
  401: 'unauthenticated',
  403: 'notAllowed',
  404: 'notFound',
  409: 'conflict',
  422: 'invalid',
};

function kindOf(error: Error, status: number | undefined): ErrorKind {
  if (status === undefined) {
    // What browsers throw when there is no answer at all.
    return error instanceof TypeError ? 'unreachable' : 'unknown';
  }
  return KIND_BY_STATUS[status] ?? (status >= 500 ? 'server' : 'unknown');
}

/** The decisions that refused: `decisions`, or what is itself one. */
function refusalsOf(details: Record<string, unknown>) {
  const decisions = Array.isArray(details.decisions)
    ? details.decisions
    : [details];
  return decisions
    .filter(isRecord)
    .filter(({ decision }) => decision === undefined || decision === 'deny');
}

const distinct = (values: unknown[]): string[] => [
  ...new Set(values.filter(value => typeof value === 'string')),
];

/** Reads an error, a `ResponseError` of `@backstage/errors` in particular. */
export function describeError(error: Error): ErrorDescription {
  const { statusCode, body } = error as {
    statusCode?: unknown;
    body?: unknown;
  };
  const status = typeof statusCode === 'number' ? statusCode : undefined;
  const sent = isRecord(body) && isRecord(body.error) ? body.error : {};
  const refusals = refusalsOf(isRecord(sent.details) ? sent.details : sent);
  return {
    kind: kindOf(error, status),
    code: text(sent.code) ?? text(sent.name) ?? error.name,
    message: text(sent.message) ?? error.message,
    rule: distinct(refusals.map(each => each.by)).join(', ') || undefined,
    askFor: distinct(refusals.flatMap(each => each.askFor)),
  };
}
