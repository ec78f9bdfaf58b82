// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';

/** What a folder held at a moment, kept in memory: it can be written as often as it is wanted, and leaves nothing behind. */
export class FolderCopy {
  readonly #folders: string[];
  readonly #files: [path: string, content: Buffer][];

  static of(folder: string): FolderCopy {
    const all = readdirSync(folder, { recursive: true, withFileTypes: true });
    const pathOf = (entry: (typeof all)[number]) =>
      relative(folder, join(entry.parentPath, entry.name));
    return new FolderCopy(
      all.filter(entry => entry.isDirectory()).map(pathOf),
      all
        .filter(entry => entry.isFile())
        .map(pathOf)
        .map(path => [path, readFileSync(join(folder, path))]),
    );
  }

  private constructor(folders: string[], files: [string, Buffer][]) {
    this.#folders = folders;
    this.#files = files;
  }

  write(folder: string): void {
    for (const path of ['', ...this.#folders]) {
      mkdirSync(join(folder, path), { recursive: true });
    }
    for (const [path, content] of this.#files) {
      writeFileSync(join(folder, path), content);
    }
  }
}
