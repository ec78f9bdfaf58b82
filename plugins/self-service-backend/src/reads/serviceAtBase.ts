// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type { RepositoryText } from '@fairway/backstage-plugin-self-service-common';
import { isIacError, resolveVersions } from '@fairway/iac';
import type { VettedModules } from '../modules/VettedModules';

/**
 * The service of a unit as it stands, also where its source comes from a shared file. For reading only: what may be
 * written is decided from plain text alone.
 */
export async function serviceAtBase(
  unit: RepositoryText,
  options: { shared: RepositoryText[]; modules: VettedModules },
): Promise<string | undefined> {
  const { shared, modules } = options;
  try {
    const sources = await resolveVersions({
      path: unit.path,
      files: [unit, ...shared],
    });
    const module = sources.find(({ of }) => of === 'module');
    return module?.source === undefined
      ? undefined
      : await modules.serviceOf(module.source);
  } catch (error) {
    if (isIacError(error)) return undefined;
    throw error;
  }
}
