// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import {
  createMockDirectory,
  type TestDatabaseId,
  TestDatabases,
} from '@backstage/backend-test-utils';
import type { RequestWorkerOptions } from '../../worker/RequestWorker';
import { Office } from './Office';
import { World } from './World';

/**
 * For the body of a `describe`: answers what opens an office with an empty folder and a new database, in memory unless
 * `databases` has another for it.
 */
export function offices(
  options: {
    databases?: TestDatabases;
    databaseId?: TestDatabaseId;
    worker?: Partial<RequestWorkerOptions>;
  } = {},
) {
  const {
    databaseId = 'SQLITE_3',
    databases = TestDatabases.create({ ids: [databaseId] }),
    worker,
  } = options;
  const folder = createMockDirectory();
  return async () => {
    folder.clear();
    const knex = await databases.init(databaseId);
    const world = new World(folder.path);
    return { world, office: await Office.create(knex, world, worker) };
  };
}

/** What an error with this code equals. */
export const code = (expected: string) =>
  expect.objectContaining({ code: expected });
