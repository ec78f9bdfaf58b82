// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type { RepositoryText } from '@fairway/backstage-plugin-self-service-common';
import { isIacError, resolveVersions } from '@fairway/iac';
import type { VettedModules } from '../modules/VettedModules';

/**
 * The vetted module of a unit as it stands, at whatever version, also where its source comes from a shared file.
 * Undefined for a source that is none of theirs or cannot be followed. For reading only.
 */
export async function moduleAtBase(
  unit: RepositoryText,
  options: { shared: RepositoryText[]; modules: VettedModules },
): Promise<{ name: string; service: string; version?: string } | undefined> {
  const { shared, modules } = options;
  try {
    const sources = await resolveVersions({
      path: unit.path,
      files: [unit, ...shared],
    });
    const found = sources.find(({ of }) => of === 'module');
    if (found?.source === undefined) return undefined;
    const [plain] = found.source.split('?');
    const module = (await modules.list()).find(each => each.source === plain);
    return (
      module && {
        name: module.name,
        service: module.service,
        ...(found.version !== undefined && { version: found.version }),
      }
    );
  } catch (error) {
    if (isIacError(error)) return undefined;
    throw error;
  }
}
