// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { folderOf, Repository } from '../evaluate/Repository';
import { RepositoryFile } from '../evaluate/types';
import { DependencyReader } from './DependencyReader';
import { Dependents } from './types';

/**
 * The units that need a unit: through `dependency` and `dependencies`, in their own file or in one that they include,
 * and as units of stacks, through a path in `values` or a template in the repository. Text alone is read; nothing is run.
 *
 * @param unitPath - folder of the unit from the repository's root; of a stack's unit the folder that it is generated in
 * @param files - the `.hcl` files of the repository, paths from its root
 * @public
 */
export async function dependentsOf(
  unitPath: string,
  files: readonly RepositoryFile[],
): Promise<Dependents> {
  const target = unitPath
    .replace(/(^|\/)terragrunt\.hcl$/, '')
    .replace(/\/+$/, '')
    .replace(/^(\.?\/)+/, '');
  const repository = await Repository.create(
    files.filter(({ path }) => path.endsWith('.hcl')),
  );
  const reader = new DependencyReader(repository, target);
  for (const file of repository.files) {
    const folder = folderOf(file.path);
    const name = file.path.slice(folder === '' ? 0 : folder.length + 1);
    if (name === 'terragrunt.stack.hcl') reader.stack(file);
    else if (name === 'terragrunt.hcl' && folder !== target) {
      reader.unit(file);
    }
  }
  const { dependents } = reader;
  return {
    dependents: dependents.sort(
      (a, b) => a.unit.localeCompare(b.unit, 'en') || a.line - b.line,
    ),
    unresolved: [
      ...repository.unreadable.map(({ error, ...problem }) => problem),
      ...reader.unresolved,
    ],
  };
}
