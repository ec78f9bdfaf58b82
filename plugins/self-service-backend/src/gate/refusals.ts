// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type { OwnershipDecision } from '@fairway/backstage-plugin-ownership-common';
import { type SelfServiceError, selfServiceError } from '../errors';

/**
 * The refusal of one or several targets by the policy. The engine's words name the rule, its line and whom to ask; they
 * go into the form, the task log and the API as they are.
 */
export function policyDenied(
  refused: { path: string; decision: OwnershipDecision }[],
): SelfServiceError {
  const message = refused
    .map(({ path, decision }) => `${decision.message} ("${path}")`)
    .join('\n');
  return selfServiceError(
    'policy-denied',
    { message },
    { details: { decisions: refused.map(({ decision }) => decision) } },
  );
}
