// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { isIacError } from '../errors';
import { parseHcl } from '../hcl/parse';
import { resolveInRepository } from '../terragrunt/paths';
import { ParsedFile, RepositoryFile } from './types';

/** Stands for the repository's root at the beginning of an absolute path. */
export const ROOT = '\0';

/** The HCL files of a repository, parsed. */
export class Repository {
  readonly #files: Map<string, ParsedFile>;
  /** Files that do not parse. */
  readonly unreadable: {
    path: string;
    line: number;
    message: string;
    error: Error;
  }[];

  static async create(files: readonly RepositoryFile[]): Promise<Repository> {
    const parsed = new Map<string, ParsedFile>();
    const unreadable: Repository['unreadable'] = [];
    for (const { path, content } of files) {
      if (!/\.(hcl|tf)$/.test(path)) continue;
      try {
        parsed.set(path, { path, hcl: await parseHcl(content) });
      } catch (error) {
        if (!isIacError(error)) throw error;
        const { line = 1, message } = error;
        unreadable.push({ path, line, message, error });
      }
    }
    return new Repository(parsed, unreadable);
  }

  private constructor(
    files: Map<string, ParsedFile>,
    unreadable: Repository['unreadable'],
  ) {
    this.#files = files;
    this.unreadable = unreadable;
  }

  get files(): ParsedFile[] {
    return [...this.#files.values()];
  }

  file(path: string): ParsedFile | undefined {
    return this.#files.get(path);
  }

  /** The nearest file of a name in the folders above one, as Terragrunt looks for it. */
  inParentFolders(folder: string, name: string): string | undefined {
    const segments = folder.split('/').filter(Boolean);
    while (segments.length > 0) {
      segments.pop();
      const path = [...segments, name].join('/');
      if (this.#files.has(path)) return path;
    }
    return undefined;
  }
}

export function folderOf(path: string): string {
  return path.split('/').slice(0, -1).join('/');
}

/** A path as it was evaluated, from the repository's root; undefined when it leaves the repository. */
export function fromRoot(folder: string, path: string): string | undefined {
  if (path.startsWith(ROOT)) return resolveInRepository('', path.slice(1));
  return path.startsWith('/') ? undefined : resolveInRepository(folder, path);
}
