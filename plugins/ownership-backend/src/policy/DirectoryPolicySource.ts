// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { readdir, stat } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import type { PolicyProblem } from '@fairway/backstage-plugin-ownership-common';
import { readTextFile, unreadable } from './readTextFile';
import type { PolicyFile, PolicyFiles, PolicySource } from './types';
import { watchFolder } from './watchFiles';

const KEY = 'ownership.policy.directory';
const POLICY_FILE = /^[^.].*\.(ya?ml|json)$/;

/**
 * All `.yaml`, `.yml` and `.json` files of a folder and of the folders in it:
 * the policy, files of teams and test cases. Hidden files and folders are left
 * out, such as the ones that Kubernetes keeps in a mounted config map.
 */
export class DirectoryPolicySource implements PolicySource {
  readonly name: string;
  readonly #path: string;

  constructor(path: string) {
    this.#path = path;
    this.name = basename(resolve(path));
  }

  async read(): Promise<PolicyFiles | { problem: PolicyProblem }> {
    let names: string[];
    try {
      names = await listFiles(resolve(this.#path));
    } catch (error) {
      const { name } = this;
      return {
        problem: unreadable({ path: this.#path, key: KEY, name, error }),
      };
    }
    const folder: PolicyFile[] = [];
    for (const name of names) {
      const path = join(this.#path, name);
      const file = await readTextFile(path, { key: KEY, name });
      if ('problem' in file) return file;
      folder.push(file);
    }
    return { folder };
  }

  watch(onChange: () => void): { close(): void } {
    return watchFolder(resolve(this.#path), onChange);
  }
}

/** Paths inside the folder, with `/`, sorted: the order must not depend on the file system. */
async function listFiles(folder: string, inside = ''): Promise<string[]> {
  const found: string[] = [];
  for (const entry of await readdir(join(folder, inside), {
    withFileTypes: true,
  })) {
    const name = inside ? `${inside}/${entry.name}` : entry.name;
    if (entry.isDirectory() && !entry.name.startsWith('.')) {
      found.push(...(await listFiles(folder, name)));
    } else if (POLICY_FILE.test(entry.name)) {
      // A link to a file counts, as in a mounted config map; one to a folder could lead in circles.
      if ((await stat(join(folder, name))).isFile()) found.push(name);
    }
  }
  return found.sort();
}
