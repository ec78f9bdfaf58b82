// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { InputError, ServiceUnavailableError } from '@backstage/errors';
import {
  defineErrors,
  type ErrorDefinition,
} from '@fairway/backstage-plugin-ownership-node';

/** Every error of the ownership backend by its stable code. */
export const OWNERSHIP_BACKEND_ERRORS = {
  OWNERSHIP_CONFIG_UNKNOWN_KEY: {
    type: InputError,
    message:
      'The configuration has "ownership.policy.{key}", which does not exist. The keys are "file" and "tests".',
  },
  OWNERSHIP_POLICY_NOT_CONFIGURED: {
    type: ServiceUnavailableError,
    message:
      'No ownership policy is configured, so everything that one manages is refused. Set "ownership.policy.file" in the portal\'s configuration.',
  },
  OWNERSHIP_POLICY_MISSING: {
    type: ServiceUnavailableError,
    message:
      'The ownership policy has no good revision yet ({problem}), so everything that it manages is refused. Correct the file; it is read again within 30 seconds.',
  },
  OWNERSHIP_QUERY_INVALID: {
    type: InputError,
    message: 'The query is not understood: {problem}.',
  },
} as const satisfies Record<string, ErrorDefinition>;

export type OwnershipBackendErrorCode = keyof typeof OWNERSHIP_BACKEND_ERRORS;

export const backendError = defineErrors<OwnershipBackendErrorCode>(
  OWNERSHIP_BACKEND_ERRORS,
);
