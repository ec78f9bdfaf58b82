// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type { ChangeFile } from '@fairway/backstage-plugin-self-service-common';
import { dependentsOf, editHcl, type HclBlock, parseHcl } from '@fairway/iac';
import type { GitHost, RepositoryRef } from '@fairway/git-host';
import { readTexts } from '../reads/readTexts';
import type { Repositories } from '../repositories/Repositories';
import type { Resource } from '../resources/ResourceStore';

/** Files that are looked through for those who need a unit. */
const MAX_SEARCHED = 2_000;

/** What takes a resource out of Git, as the files are now. */
export interface RemovalFiles {
  /** None where it is not there any more. */
  files: ChangeFile[];
  /** Folders of the units that need it. */
  dependents: string[];
}

/**
 * The change that a person would make: the folder of a unit goes, and of a stack's unit or a call of a module its block.
 *
 * @throws what the Git host and the edit throw
 */
export async function removalFiles(
  { repoUrl, path, file }: Pick<Resource, 'repoUrl' | 'path' | 'file'>,
  { repositories }: { repositories: Repositories },
): Promise<RemovalFiles> {
  const { host, repository } = repositories.writable(repoUrl);
  const ref = await host.resolve(
    repository,
    `refs/heads/${await host.defaultBranch(repository)}`,
  );
  if (!ref) return { files: [], dependents: [] };
  const tree = await host.readTree(repository, { ref });
  const paths = tree.map(entry => entry.path);
  if (file) {
    const bytes = await host.readFile(repository, { ref, path: file });
    const content = bytes && (await withoutBlock(bytes, { file, path }));
    return {
      files: content === undefined ? [] : [{ path: file, content }],
      dependents: [],
    };
  }
  const inside = paths.filter(each => each.startsWith(`${path}/`));
  const { texts } = await readTexts(
    paths.filter(each => each.endsWith('.hcl')),
    { host, repository, ref, limit: MAX_SEARCHED, lenient: true },
  );
  const { dependents } = await dependentsOf(path, texts);
  return {
    files: inside.map(each => ({ path: each, delete: true })),
    dependents: [...new Set(dependents.map(({ unit }) => unit))],
  };
}

/** Whether the files of a commit still make a resource. */
export async function isInGit(
  { path, file, module }: Pick<Resource, 'path' | 'file' | 'module'>,
  commit: {
    host: GitHost;
    repository: RepositoryRef;
    ref: string;
    paths: ReadonlySet<string>;
  },
): Promise<boolean> {
  const { host, paths, ref, repository } = commit;
  if (file) {
    if (!paths.has(file)) return false;
    const bytes = await host.readFile(repository, { ref, path: file });
    const { body } = await parseHcl(Buffer.from(bytes!).toString('utf8'));
    return body.blocks.some(block => pathOf(block, file) === path);
  }
  if (module) return paths.has(`${path}/terragrunt.hcl`);
  return [...paths].some(each => each.startsWith(`${path}/`));
}

/** Undefined where the block is not there. */
async function withoutBlock(
  bytes: Uint8Array,
  { file, path }: { file: string; path: string },
): Promise<string | undefined> {
  const before = Buffer.from(bytes).toString('utf8');
  const { body } = await parseHcl(before);
  const block = body.blocks.find(each => pathOf(each, file) === path);
  if (!block) return undefined;
  const { text } = await editHcl(before, [
    { op: 'removeBlock', at: [block.type, ...block.labels] },
  ]);
  return text;
}

/** What targets call it: of a stack's unit the folder that it is generated in, of a call of a module its name. */
function pathOf(block: HclBlock, file: string): string | undefined {
  const folder = file.includes('/')
    ? `${file.slice(0, file.lastIndexOf('/'))}/`
    : '';
  if (block.type === 'module') return `${folder}${block.labels[0]}`;
  if (block.type !== 'unit') return undefined;
  const at = block.body.attributes.find(({ name }) => name === 'path')?.value;
  return at?.kind === 'literal' ? `${folder}${at.value}` : undefined;
}
