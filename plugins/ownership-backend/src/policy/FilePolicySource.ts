// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { basename } from 'node:path';
import type { PolicyProblem } from '@fairway/backstage-plugin-ownership-common';
import { readTextFile } from './readTextFile';
import type { PolicyFiles, PolicySource } from './types';
import { watchFiles } from './watchFiles';

/** Policy and test cases from two files. */
export class FilePolicySource implements PolicySource {
  readonly name: string;
  readonly #paths: { file: string; tests?: string };

  constructor(paths: { file: string; tests?: string }) {
    this.#paths = paths;
    this.name = basename(paths.file);
  }

  async read(): Promise<PolicyFiles | { problem: PolicyProblem }> {
    const { file, tests: cases } = this.#paths;
    const policy = await readTextFile(file, { key: 'ownership.policy.file' });
    if ('problem' in policy || cases === undefined) {
      return 'problem' in policy ? policy : { policy };
    }
    const tests = await readTextFile(cases, { key: 'ownership.policy.tests' });
    return 'problem' in tests ? tests : { policy, tests };
  }

  watch(onChange: () => void): { close(): void } {
    const { file, tests } = this.#paths;
    const paths = [file, tests].filter(path => path !== undefined);
    return watchFiles({ paths, onChange });
  }
}
