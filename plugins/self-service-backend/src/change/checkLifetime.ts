// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { parseDuration } from '@fairway/requests-common';
import { selfServiceError } from '../errors';
import type { GateAnswer } from '../gate/types';
import type { VettedModules } from '../modules/VettedModules';

/**
 * How long it is meant to live, against what the list of modules allows.
 *
 * @throws InputError `lifetime-too-long`, `lifetime-of-protected`
 */
export async function checkLifetime(
  { targets }: Pick<GateAnswer, 'targets'>,
  options: { lifetime?: string; modules: Pick<VettedModules, 'lifetimeOf'> },
): Promise<void> {
  const { lifetime, modules } = options;
  if (!lifetime) return;
  for (const { action, module, path } of targets) {
    if (action === 'service.destroy' || !module) continue;
    const rules = await modules.lifetimeOf(module.name);
    if (rules.protected) {
      throw selfServiceError('lifetime-of-protected', {
        path,
        module: module.name,
      });
    }
    const { maximum } = rules;
    if (maximum && parseDuration(lifetime) > parseDuration(maximum)) {
      throw selfServiceError('lifetime-too-long', {
        path,
        lifetime,
        module: module.name,
        maximum,
      });
    }
  }
}
