// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { engineError } from './errors';
import type { CompiledPolicy } from './model';
import { shown, writeInstead } from './names';

/** Longer than any ticket or reason; they end up in messages and audit events. */
const MAX_LENGTH = 1_000;

/**
 * Refuses attributes that the policy does not know, by name. Known are those of
 * its `attributes:` section and those that a `when` mentions.
 *
 * @throws InputError `ownership-attribute-undeclared`, `ownership-attribute-invalid`
 * @public
 */
export function checkRequestAttributes(
  policy: CompiledPolicy,
  request: Record<string, string> | undefined,
): void {
  for (const [name, value] of Object.entries(request ?? {})) {
    if (!policy.attributes.has(name)) {
      throw engineError('ownership-attribute-undeclared', {
        name: shown(name),
        source: policy.source,
        instead: writeInstead(name, policy.attributes),
      });
    }
    if (typeof value !== 'string' || value.length > MAX_LENGTH) {
      throw engineError('ownership-attribute-invalid', {
        name: shown(name),
        limit: MAX_LENGTH,
      });
    }
  }
}
