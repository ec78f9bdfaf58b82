// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type { GitHost, RepositoryRef } from '@fairway/git-host';
import { selfServiceError } from '../errors';
import type { BaseReader } from './types';

/** Files of one commit, each read once. */
export class BaseFiles implements BaseReader {
  readonly #options: { host: GitHost; repository: RepositoryRef; ref: string };
  readonly #texts = new Map<string, Promise<string | undefined>>();
  readonly #folders = new Map<string, Promise<boolean>>();

  static create(options: {
    host: GitHost;
    repository: RepositoryRef;
    ref: string;
  }): BaseFiles {
    return new BaseFiles(options);
  }

  private constructor(options: {
    host: GitHost;
    repository: RepositoryRef;
    ref: string;
  }) {
    this.#options = options;
  }

  read(path: string): Promise<string | undefined> {
    const known = this.#texts.get(path);
    if (known) return known;
    const text = this.#read(path);
    this.#texts.set(path, text);
    return text;
  }

  /**
   * Looks from the folder above upwards, as Terragrunt's `find_in_parent_folders` does. A folder of the name would end
   * Terragrunt's search, so it ends this one with a refusal.
   *
   * @throws NotAllowedError `base-shadowed`
   */
  async nearestAbove(
    name: string,
    folder: string,
  ): Promise<{ path: string; text: string } | undefined> {
    const segments = folder.split('/');
    for (let depth = segments.length - 1; depth >= 0; depth--) {
      const path = [...segments.slice(0, depth), name].join('/');
      const text = await this.read(path);
      if (text !== undefined) return { path, text };
      if (await this.#isFolder(path)) {
        throw selfServiceError('base-shadowed', { file: path, path: folder });
      }
    }
    return undefined;
  }

  #isFolder(path: string): Promise<boolean> {
    const known = this.#folders.get(path);
    if (known) return known;
    const { host, repository, ref } = this.#options;
    const found = host
      .readTree(repository, { ref, under: path })
      .then(entries => entries.length > 0);
    this.#folders.set(path, found);
    return found;
  }

  async #read(path: string): Promise<string | undefined> {
    const { host, repository, ref } = this.#options;
    const bytes = await host.readFile(repository, { ref, path });
    return bytes && Buffer.from(bytes).toString('utf8');
  }
}
