// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { it } from 'node:test';
import { pathToFileURL } from 'node:url';
import path from 'node:path';
import { root } from './demo.mjs';

it('a process that started a PostgreSQL ends with its own exit code', async () => {
  const program = `
    import { startPostgres } from ${JSON.stringify(
      pathToFileURL(path.join(root, 'scripts/lib/postgres.mjs')).href,
    )};
    const database = await startPostgres({ root: ${JSON.stringify(root)} });
    await database.stop();
    process.exitCode = 3;`;
  const code = await new Promise(resolve => {
    const child = execFile(process.execPath, [
      '--input-type=module',
      '--eval',
      program,
    ]);
    child.once('close', resolve);
  });
  assert.equal(code, 3);
});
