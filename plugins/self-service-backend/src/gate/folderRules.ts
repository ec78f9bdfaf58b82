// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

// What a folder may be called. Terragrunt takes a folder for a file (`account.hcl/terragrunt.hcl` for `account.hcl`),
// and people, file systems and the policy take different spellings for one name; a folder that a change makes has
// therefore one spelling, and never the name of a file that something looks for.
import type { OwnershipService } from '@fairway/backstage-plugin-ownership-node';
import type { ChangeFile } from '@fairway/backstage-plugin-self-service-common';
import picomatch from 'picomatch';
import { selfServiceError } from '../errors';

/** Files that Terragrunt looks for in the folders above a unit. */
const LOOKED_FOR = new Set([
  'account.hcl',
  'region.hcl',
  'env.hcl',
  'root.hcl',
  'terragrunt.hcl',
  'terragrunt.stack.hcl',
]);
const FILE_ENDING = /\.(hcl|tf|json|ya?ml)$/;
const ASCII = /^[\x20-\x7e]+$/;
const NEW_NAME = /^[a-z][a-z0-9-]{0,62}$/;

/**
 * Refuses folders that shadow a file, hide, or are not spelled in ASCII.
 *
 * @param options - `globs` of protected paths: no folder is called as the files that they name
 * @throws NotAllowedError `folder-not-allowed`
 */
export function checkFolders(
  files: ChangeFile[],
  options: { globs: string[] },
): void {
  const names = options.globs
    .map(glob => glob.slice(glob.lastIndexOf('/') + 1))
    .filter(name => !/^\**$/.test(name));
  for (const { path } of files) {
    for (const segment of path.split('/').slice(0, -1)) {
      const problem = whyNotFolder(segment, names);
      if (problem) {
        throw selfServiceError('folder-not-allowed', {
          segment,
          path,
          problem,
        });
      }
    }
  }
}

function whyNotFolder(segment: string, names: string[]): string | undefined {
  const folded = segment.normalize('NFKC').toLowerCase();
  if (
    LOOKED_FOR.has(folded) ||
    FILE_ENDING.test(folded) ||
    picomatch.isMatch(folded, names, { dot: true, nocase: true })
  ) {
    return 'it is the name of a file, and Terragrunt would take the folder for it';
  }
  if (/^[._]/.test(folded)) return 'it begins with a dot or an underscore';
  if (!ASCII.test(segment)) {
    return 'it has other characters than ASCII, which look like another name';
  }
  return undefined;
}

/**
 * The folders that name a target are spelled as the policy spells its names, and what is new has a plain name.
 *
 * @param options - `layout` is what the policy says about the path
 * @throws NotAllowedError `folder-not-allowed`
 */
export async function checkTargetNames(
  path: string,
  options: {
    repo: string;
    ownership: OwnershipService;
    layout: Awaited<ReturnType<OwnershipService['targetOfPath']>>;
  },
): Promise<void> {
  const { layout } = options;
  for (const kind of ['environment', 'service'] as const) {
    const name = layout[kind];
    if (name === undefined) continue;
    const spelled = await spelledInPath(kind, { ...options, path });
    if (spelled !== name) {
      throw selfServiceError('folder-not-allowed', {
        segment: spelled ?? layout.folder,
        path,
        problem: `it is another spelling of the ${kind} "${name}", whose folder is called so`,
      });
    }
  }
  for (const name of [layout.unit, layout.service]) {
    if (name !== undefined && !NEW_NAME.test(name)) {
      throw selfServiceError('folder-not-allowed', {
        segment: name,
        path,
        problem:
          'the folder of a unit or service has a to z, 0 to 9 and "-" in its name, begins with a letter and has at most 63 characters',
      });
    }
  }
}

const MARK = 'zqzmarkzqz';

/**
 * The name as the path has it. The layout answers with canonical names, but hands on a name that the policy does not
 * know: a mark put into the path comes back with the rest of the name around it.
 */
async function spelledInPath(
  kind: 'environment' | 'service',
  options: {
    path: string;
    repo: string;
    ownership: OwnershipService;
    layout: { folder: string };
  },
): Promise<string | undefined> {
  const { path, repo, ownership, layout } = options;
  const starts = [0];
  const others: number[] = [];
  for (let at = 1; at <= layout.folder.length; at++) {
    (path[at - 1] === '/' ? starts : others).push(at);
  }
  for (const at of [...starts, ...others]) {
    // A mark in a fixed part of the layout matches nothing; a name that is not found is refused by the caller.
    const marked = await ownership
      .targetOfPath({ repo, path: path.slice(0, at) + MARK + path.slice(at) })
      .catch(() => undefined);
    const name = marked?.[kind];
    if (name?.includes(MARK)) return name.replace(MARK, '');
  }
  return undefined;
}
