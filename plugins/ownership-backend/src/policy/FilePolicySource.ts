// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { readFile } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import type { PolicyProblem } from '@fairway/backstage-plugin-ownership-common';
import type {
  PolicyFile,
  PolicyFiles,
  PolicyPaths,
  PolicySource,
} from './types';

/** Policy and test cases from two files. */
export class FilePolicySource implements PolicySource {
  readonly name: string;
  readonly #paths: PolicyPaths;

  constructor(paths: PolicyPaths) {
    this.#paths = paths;
    this.name = basename(paths.file);
  }

  async read(): Promise<PolicyFiles | { problem: PolicyProblem }> {
    const policy = await readOne(this.#paths.file, 'ownership.policy.file');
    if ('problem' in policy) {
      return policy;
    }
    if (this.#paths.tests === undefined) {
      return { policy };
    }
    const tests = await readOne(this.#paths.tests, 'ownership.policy.tests');
    return 'problem' in tests ? tests : { policy, tests };
  }
}

async function readOne(
  path: string,
  key: string,
): Promise<PolicyFile | { problem: PolicyProblem }> {
  const name = basename(path);
  try {
    return { name, text: await readFile(resolve(path), 'utf8') };
  } catch (error) {
    // The path as configured, not as resolved: signed-in people read this.
    const reason = (error as NodeJS.ErrnoException).code ?? 'unknown reason';
    return {
      problem: {
        severity: 'error',
        file: name,
        message: `"${path}" cannot be read (${reason}). Put the file there or correct "${key}" in the portal's configuration; the path is relative to the folder that the backend is started in.`,
      },
    };
  }
}
