// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import request from 'supertest';
import { POLICY, POLICY_TESTS } from './policy';
import { HEADERS, startOwnership } from './startOwnership';

/** For the body of a `describe`: a folder with a policy, new for each test, and where its cases would be. */
export function policyFolder(policy = POLICY) {
  const files = { folder: '', file: '', tests: '' };

  beforeEach(async () => {
    files.folder = await mkdtemp(join(tmpdir(), 'ownership-'));
    files.file = join(files.folder, 'policy.yaml');
    files.tests = join(files.folder, 'policy.tests.yaml');
    await writeFile(files.file, policy);
  });

  afterEach(async () => {
    await rm(files.folder, { recursive: true });
  });

  return files;
}

/** The same with cases, and the backend over both. */
export function policyFiles() {
  const files = policyFolder();
  beforeEach(() => writeFile(files.tests, POLICY_TESTS));

  const start = (
    options: Omit<Parameters<typeof startOwnership>[0], 'ownership'> = {},
  ) => {
    const { file, tests } = files;
    return startOwnership({
      ownership: { policy: { file, tests } },
      ...options,
    });
  };

  return { files, start };
}

export const get = (
  server: Parameters<typeof request>[0],
  path: string,
  as: keyof typeof HEADERS,
) => request(server).get(path).set('Authorization', HEADERS[as]);
