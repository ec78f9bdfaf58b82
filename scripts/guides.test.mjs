// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

// What the guides tell people to type does what they say, on the running demo.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { after, before, describe, it } from 'node:test';
import { root } from './lib/demo.mjs';
import { findBinary } from './lib/runner/terraform.mjs';
import { startDemoBackend } from './lib/testing/demo-backend.mjs';
import { blocksOf, looksLike, runBlocks } from './lib/testing/guide.mjs';

const has = (...command) =>
  spawnSync(command[0], command.slice(1)).status === 0;
const missing = [
  ...(findBinary() ? [] : ['terraform or tofu']),
  ...(has('jq', '--version') ? [] : ['jq']),
];
const skip =
  missing.length > 0 && !process.env.CI && `${missing.join(', ')} is missing`;

/** Address that the guides write, as `npm start` has it. */
const WRITTEN = 'http://localhost:7007';
// The command line, without looking first whether everything is installed.
const PRELUDE = `npm() {
  while [ "$1" != "--" ]; do shift; done
  shift
  "$NODE" packages/cli/bin/fairway "$@"
}`;

describe('the guides', { skip }, () => {
  let portal;
  before(async () => {
    portal = await startDemoBackend();
  });
  after(() => portal?.stop());

  for (const guide of ['tour.md', 'approve.md', 'requests.md', 'runbook.md']) {
    it(`${guide} shows what happens`, async () => {
      const text = fs
        .readFileSync(path.join(root, 'docs', guide), 'utf8')
        .replaceAll(WRITTEN, portal.backend);
      const blocks = blocksOf(text);
      assert.ok(blocks.length > 0);
      const { PATH, HOME } = process.env;
      const printed = await runBlocks(blocks, {
        prelude: PRELUDE,
        cwd: root,
        env: { PATH, HOME, NODE: process.execPath, CI: 'true' },
      });
      blocks.forEach(({ script, shown }, index) => {
        if (shown) assert.match(printed[index], looksLike(shown), script);
      });
    });
  }
});
