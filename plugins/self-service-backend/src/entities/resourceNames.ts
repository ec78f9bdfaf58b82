// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type { Dispatched } from '../dispatch/DispatchedStore';
import type { Held } from '../resources/Holdings';
import type { Resource } from '../resources/ResourceStore';
import { distinctNames, entityName } from './names';
import { keyOf, resourceStates, type ShownResource } from './resourceStates';

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
 * Names of the entities of what is there; open requests come after it, so none of them changes a name. What was dispatched
 * comes last: beside something in Git of the same name it has the mark.
 */
export function settledNames(
  held: Held[],
): (of: Pick<Held, 'repoUrl' | 'path'>) => string | undefined {
  const inGit = held.filter(
    (each): each is Resource => each.repoUrl !== undefined,
  );
  const made = held.filter(
    (each): each is Dispatched => each.repoUrl === undefined,
  );
  const shown = resourceStates({ resources: inGit, requests: [] });
  const names = distinctNames([
    ...shown.map(({ key, environment, path }) => ({
      key,
      name: entityName(environment, folderOf(path)),
    })),
    ...made.map(({ environment, path: key, resource }) => ({
      key,
      name: entityName(environment, resource),
    })),
  ]);
  return ({ path, repoUrl }) =>
    names.get(repoUrl === undefined ? path : keyOf(repoUrl, path));
}
