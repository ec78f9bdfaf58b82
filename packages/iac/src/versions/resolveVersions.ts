// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { iacError } from '../errors';
import { Evaluator } from '../evaluate/Evaluator';
import { folderOf, Repository } from '../evaluate/Repository';
import { RepositoryFile } from '../evaluate/types';
import { ResolvedSource } from './types';
import { VersionResolver } from './VersionResolver';

/** Where templates from elsewhere are put to be read: no path of a repository. */
const TEMPLATES = '/templates';

/**
 * What a file takes, at which versions, and where these are written: `terraform.source` of a unit, the units and
 * stacks of a `terragrunt.stack.hcl`, the module calls of a `.tf` file. Locals, includes, `read_terragrunt_config` and
 * the values of stacks are followed; nothing is run.
 *
 * For a unit of a stack there are up to two: its template, and the module that the template takes with the values
 * of the stack, where the template is in `files` or `templates`. Where it is not, a text `values.version` is taken for
 * the module's.
 *
 * @param options - `files`: the file itself, and the `.hcl` files that it may read; paths from the repository's root.
 * `templates`: the `terragrunt.hcl` of templates that are elsewhere, by the names of the units that take them
 * @throws version-file-missing; hcl-syntax for the file itself
 * @public
 */
export async function resolveVersions(options: {
  path: string;
  files: readonly RepositoryFile[];
  templates?: Readonly<Record<string, string>>;
}): Promise<ResolvedSource[]> {
  const { path, files, templates = {} } = options;
  const elsewhere = Object.entries(templates).map(([unit, content]) => ({
    unit,
    path: `${TEMPLATES}/${unit}/terragrunt.hcl`,
    content,
  }));
  const repository = await Repository.create([...files, ...elsewhere]);
  const file = repository.file(path);
  if (!file) {
    const problem = repository.unreadable.find(one => one.path === path);
    throw problem?.error ?? iacError('version-file-missing', { path });
  }
  const evaluator = new Evaluator(repository);
  const scope = { file, unitFile: file, unitFolder: folderOf(path) };
  const resolver = new VersionResolver(repository, evaluator, {
    scope,
    templates: new Map(elsewhere.map(each => [each.unit, each.path])),
  });
  return file.hcl.body.blocks.flatMap(block => resolver.block(block));
}
