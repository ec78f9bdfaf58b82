// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import assert from 'node:assert/strict';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { describe, it } from 'node:test';
import { requireGit } from './git-version.mjs';
import { ensureNode } from './node-runtime.mjs';
import { Trouble } from './trouble.mjs';
import { isAtLeast, isSupportedNode } from './versions.mjs';

/** A program that prints `text`, in place of git. */
function programThatPrints(text) {
  const file = path.join(
    fs.mkdtempSync(path.join(os.tmpdir(), 'fairway-git-')),
    'git',
  );
  fs.writeFileSync(file, `#!/bin/sh\necho '${text}'\n`, { mode: 0o755 });
  return file;
}

describe('versions', () => {
  it('compares by number, not by text', () => {
    assert.ok(isAtLeast('2.100.0', '2.38'));
    assert.ok(isAtLeast('git version 2.38.0', '2.38.0'));
    assert.ok(!isAtLeast('2.9.5', '2.38'));
    assert.ok(!isAtLeast('no version', '2.38'));
  });

  it('knows the Node.js versions that will do', () => {
    const answers = [
      '18.20.0',
      '20.20.2',
      '22.21.0',
      '22.22.0',
      '23.1.0',
      '24.5.0',
      '24.6.0',
      '25.0.0',
      '26.1.0',
    ].map(isSupportedNode);
    assert.deepEqual(answers, [
      false,
      false,
      false,
      true,
      false,
      false,
      true,
      false,
      false,
    ]);
  });

  it('keeps a Node.js that will do', async () => {
    assert.deepEqual(
      await ensureNode({ root: '/nowhere', say: () => {}, version: '24.21.0' }),
      { executable: process.execPath },
    );
  });
});

describe('git', () => {
  it('is refused when too old, with its version and the next step', async () => {
    await assert.rejects(
      requireGit({ git: programThatPrints('git version 2.30.2') }),
      error => {
        assert.ok(error instanceof Trouble);
        assert.match(error.message, /2\.30\.2 is too old/);
        assert.match(error.remedy, /2\.38/);
        return true;
      },
    );
  });

  it('is asked for when missing', async () => {
    await assert.rejects(
      requireGit({ git: '/nowhere/git' }),
      /git was not found/,
    );
  });

  it('passes with the one that is here', async () => {
    await requireGit();
  });
});
