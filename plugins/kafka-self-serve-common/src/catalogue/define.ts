// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { InputError } from '@backstage/errors';
import type { ErrorDefinition } from '@fairway/errors';
import type { Severity } from '../model/policy';

/** An entry of the catalogue: the next step is also kept by itself, for a form to show. @public */
export interface ProblemDefinition extends ErrorDefinition {
  severity: Severity;
  /** The next step, one sentence. */
  next: string;
}

/** A rule whose breach stops the request. */
export const refuse = <const What extends string, const Next extends string>(
  what: What,
  next: Next,
) => ({
  type: InputError,
  severity: 'error' as const,
  message: `${what} ${next}` as `${What} ${Next}`,
  next,
});

/** Something to know; the request goes on. */
export const warn = <const What extends string, const Next extends string>(
  what: What,
  next: Next,
) => ({ ...refuse(what, next), severity: 'warn' as const });
