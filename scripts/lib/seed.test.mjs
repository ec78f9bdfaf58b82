// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { it } from 'node:test';
import { root } from './demo.mjs';
import { seedRepositories } from './seed.mjs';

const examples = path.join(root, 'examples');
const folder = () => fs.mkdtempSync(path.join(os.tmpdir(), 'fairway-seed-'));
const git = (repository, ...args) =>
  execFileSync('git', ['-C', repository, ...args], { encoding: 'utf8' }).trim();

it('makes the same commits everywhere, keeps what is there, and carries every file and tag', () => {
  const [one, two] = [folder(), folder()];
  assert.deepEqual(seedRepositories({ examples, into: one }), [
    'infrastructure-live',
    'infrastructure-modules',
  ]);
  seedRepositories({ examples, into: two });
  for (const name of ['infrastructure-live', 'infrastructure-modules']) {
    const heads = [one, two].map(into =>
      git(path.join(into, 'acme', `${name}.git`), 'rev-parse', 'main'),
    );
    assert.equal(heads[0], heads[1]);
  }
  const modules = path.join(one, 'acme/infrastructure-modules.git');
  assert.equal(git(modules, 'tag', '--list'), 'v1.0.0\nv1.1.0');
  assert.equal(
    git(modules, 'rev-parse', 'v1.1.0'),
    git(modules, 'rev-parse', 'main'),
  );
  const live = path.join(one, 'acme/infrastructure-live.git');
  const committed = git(live, 'ls-tree', '-r', '--name-only', 'main')
    .split('\n')
    .sort();
  const onDisk = fs
    .readdirSync(path.join(examples, 'infrastructure-live'), {
      recursive: true,
      withFileTypes: true,
    })
    .filter(entry => entry.isFile())
    .map(entry =>
      path.relative(
        path.join(examples, 'infrastructure-live'),
        path.join(entry.parentPath, entry.name),
      ),
    )
    .sort();
  assert.deepEqual(committed, onDisk);
  assert.deepEqual(seedRepositories({ examples, into: one }), []);
});

it('starts over after an interrupted start', () => {
  const into = folder();
  fs.mkdirSync(path.join(into, 'acme/infrastructure-live.git.partial-1'), {
    recursive: true,
  });
  assert.deepEqual(seedRepositories({ examples, into }), [
    'infrastructure-live',
    'infrastructure-modules',
  ]);
});
