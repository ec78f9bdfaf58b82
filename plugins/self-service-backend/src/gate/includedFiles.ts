// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import {
  inspectTerragruntUnit,
  type RepositoryFile,
  type UnitInclude,
} from '@fairway/iac';
import { protectingGlob } from './fileRules';
import type { BaseReader } from './types';

/** Files that are read for one unit. */
const MAX_FILES = 20;
const SEARCHED =
  /find_in_parent_folders\(\s*"([A-Za-z0-9_][A-Za-z0-9_.-]*)"\s*\)/g;

/** Where an include leads at the base, from the repository's root; undefined where it leads nowhere. */
export async function pathOfInclude(
  include: UnitInclude,
  options: { folder: string; base: BaseReader },
): Promise<string | undefined> {
  const { folder, base } = options;
  if (include.by === 'path') return include.path;
  const parent =
    include.parent === undefined
      ? undefined
      : await base.nearestAbove(include.parent, folder);
  if (!parent || include.by === 'parent-name') return parent?.path;
  return join(parentOf(parent.path), include.path);
}

/**
 * The protected files of the base that a unit in a folder may read: those that it includes, those that it looks for in
 * the folders above, and those that these look for.
 *
 * @throws NotAllowedError `base-shadowed`
 */
export async function sharedFiles(
  content: string,
  options: { folder: string; base: BaseReader; protectedGlobs: string[] },
): Promise<RepositoryFile[]> {
  const { folder, base, protectedGlobs } = options;
  const found = new Map<string, string>();
  const queue = [content];
  const add = (path: string, text: string) => {
    const isTaken = found.has(path) || found.size === MAX_FILES;
    if (isTaken || !protectingGlob(path, protectedGlobs)) return;
    found.set(path, text);
    queue.push(text);
  };
  const { includes } = await inspectTerragruntUnit(content, { folder });
  for (const include of includes) {
    const path = await pathOfInclude(include, options);
    const text = path === undefined ? undefined : await base.read(path);
    if (path !== undefined && text !== undefined) add(path, text);
  }
  for (let text = queue.shift(); text !== undefined; text = queue.shift()) {
    for (const [, name] of text.matchAll(SEARCHED)) {
      const file = await base.nearestAbove(name, folder);
      if (file) add(file.path, file.text);
    }
  }
  return Array.from(found, ([path, text]) => ({ path, content: text }));
}

function parentOf(path: string): string {
  return path.includes('/') ? path.slice(0, path.lastIndexOf('/')) : '';
}

function join(folder: string, path = ''): string {
  return folder === '' ? path : `${folder}/${path}`;
}
