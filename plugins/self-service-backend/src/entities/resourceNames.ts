// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type { Resource } from '../resources/ResourceStore';
import { distinctNames, entityName } from './names';
import { resourceStates, type ShownResource } from './resourceStates';

const folderOf = (path: string) => path.slice(path.lastIndexOf('/') + 1);

/** Names of the entities of resources, by their keys. What comes first keeps its name beside others of the same. */
export function resourceNames(
  shown: Pick<ShownResource, 'key' | 'environment' | 'path'>[],
): Map<string, string> {
  return distinctNames(
    shown.map(({ key, environment, path }) => ({
      key,
      name: entityName(environment, folderOf(path)),
    })),
  );
}

/**
 * Names of the entities of what is there, by repository and path; open requests come after it, so none of them changes
 * a name.
 */
export function settledNames(
  resources: Resource[],
): (of: Pick<Resource, 'repoUrl' | 'path'>) => string | undefined {
  const shown = resourceStates({ resources, requests: [] });
  const names = resourceNames(shown);
  return ({ repoUrl, path }) => {
    const one = shown.find(
      each => each.repoUrl === repoUrl && each.path === path,
    );
    return one && names.get(one.key);
  };
}
