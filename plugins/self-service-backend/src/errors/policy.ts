// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { InputError, NotAllowedError } from '@backstage/errors';
import type { ErrorCatalogue } from '@fairway/errors';

/** What policies refuse. */
export const POLICY_ERRORS = {
  'target-mismatch': {
    type: InputError,
    message:
      'The request says {field} "{expected}", but "{path}" belongs to {field} "{actual}". What counts is the path and the content of the files; correct the one or the other.',
  },
  'policy-denied': {
    type: NotAllowedError,
    message: '{message}',
    cause:
      'The ownership policy refuses; the message names the rule, its line and whom to ask, on a line for each target.',
    remedy: 'Ask the team that is named, or have the policy changed.',
  },
  'permission-denied': {
    type: NotAllowedError,
    message:
      'The ownership policy allows it, but the company\'s own permission policy refuses "{permission}" on "{targetRef}" to "{userRef}"{others}. Ask whoever keeps the permission policy of this portal, or the owners of the environment: {owners}.',
    cause:
      'A permission policy that the company has installed, such as RBAC, refuses; what it decides by is known to it alone.',
    remedy:
      'Have the permission granted on the target, or ask somebody who holds it.',
  },
  'limit-reached': {
    type: NotAllowedError,
    message: '{message} ("{path}")',
    cause:
      "One of the ownership policy's limits: the message names it, its line, what is counted and whom to ask.",
    remedy: 'Remove one, or ask the team that is named.',
  },
} as const satisfies ErrorCatalogue;
