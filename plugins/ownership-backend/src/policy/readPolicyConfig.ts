// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type { RootConfigService } from '@backstage/backend-plugin-api';
import { backendError } from '../errors';
import type { PolicyPaths } from './types';

const KEYS = ['file', 'tests'];

/**
 * Reads `ownership.policy`; nothing if it is not configured.
 *
 * @throws InputError `OWNERSHIP_CONFIG_UNKNOWN_KEY`: a mistyped `tests` would leave the cases out silently
 */
export function readPolicyConfig(
  config: RootConfigService,
): PolicyPaths | undefined {
  const policy = config.getOptionalConfig('ownership.policy');
  if (!policy) {
    return undefined;
  }
  const unknown = policy.keys().find(key => !KEYS.includes(key));
  if (unknown !== undefined) {
    throw backendError('OWNERSHIP_CONFIG_UNKNOWN_KEY', { key: unknown });
  }
  // An environment variable that is not set leaves the key out: no policy, which refuses, but no crash.
  const file = policy.getOptionalString('file');
  return file === undefined
    ? undefined
    : { file, tests: policy.getOptionalString('tests') };
}
