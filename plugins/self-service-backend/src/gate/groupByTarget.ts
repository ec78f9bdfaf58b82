// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type { OwnershipService } from '@fairway/backstage-plugin-ownership-node';
import type { ChangeFile } from '@fairway/backstage-plugin-self-service-common';
import { selfServiceError } from '../errors';
import { checkTargetNames } from './folderRules';
import type { TargetFiles } from './types';

/**
 * Puts files together by the target that the policy's `layout:` gives their path.
 *
 * @throws InputError of the ownership engine for a path that no entry or several entries match, NotAllowedError
 * `path-without-target` for an entry that names neither unit nor service, or no environment, and `folder-not-allowed` for a name that is spelled otherwise than the policy does
 */
export async function groupByTarget(
  files: ChangeFile[],
  options: { repo: string; ownership: OwnershipService },
): Promise<TargetFiles[]> {
  const { repo, ownership } = options;
  const targets = new Map<string, TargetFiles>();
  for (const file of files) {
    const { path } = file;
    const layout = await ownership.targetOfPath({ repo, path });
    const { environment, account, region, unit, service, folder } = layout;
    if (
      environment === undefined ||
      (unit === undefined && service === undefined)
    ) {
      throw selfServiceError('path-without-target', {
        path,
        repo,
        problem: 'its layout names no environment, or neither unit nor service',
      });
    }
    const known = targets.get(folder);
    if (known) {
      known.files.push(file);
    } else {
      await checkTargetNames(path, { repo, ownership, layout });
      targets.set(folder, {
        kind: unit === undefined ? 'deployment' : 'unit',
        folder,
        environment,
        account,
        region,
        service,
        files: [file],
      });
    }
  }
  return [...targets.values()];
}
