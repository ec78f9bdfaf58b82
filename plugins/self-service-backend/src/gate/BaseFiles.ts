// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type { GitHost, RepositoryRef } from '@fairway/git-host';
import type { BaseReader } from './types';

/** Files of one commit, each read once. */
export class BaseFiles implements BaseReader {
  readonly #options: { host: GitHost; repository: RepositoryRef; ref: string };
  readonly #texts = new Map<string, Promise<string | undefined>>();

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

  /** Looks from the folder above upwards, as Terragrunt's `find_in_parent_folders` does. */
  async nearestAbove(
    name: string,
    folder: string,
  ): Promise<{ path: string; text: string } | undefined> {
    const segments = folder.split('/');
    for (let depth = segments.length - 1; depth >= 0; depth--) {
      const path = [...segments.slice(0, depth), name].join('/');
      const text = await this.read(path);
      if (text !== undefined) return { path, text };
    }
    return undefined;
  }

  async #read(path: string): Promise<string | undefined> {
    const { host, repository, ref } = this.#options;
    const bytes = await host.readFile(repository, { ref, path });
    return bytes && Buffer.from(bytes).toString('utf8');
  }
}
