// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

// The demo's pipeline, with real git and real terraform.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { before, describe, it } from 'node:test';
import { root } from './lib/demo.mjs';
import { applyUnit, NotApplied } from './lib/runner/applyUnit.mjs';
import { repositoryAt } from './lib/runner/repository.mjs';
import { asText, findBinary } from './lib/runner/terraform.mjs';
import { seedRepositories } from './lib/seed.mjs';

const binary = findBinary();
const skip =
  !binary && !process.env.CI && 'neither terraform nor tofu is installed';

const FOLDER = 'live/acme-dev/eu-west-1/dev/refunds-db';
const unit = inputs => `include "root" {
  path = find_in_parent_folders("root.hcl")
}

terraform {
  source = "git::https://github.com/acme/infrastructure-modules.git//modules/postgres-database?ref=v1.1.0"
}

inputs = {
${inputs}
}
`;

describe('the runner', () => {
  let data;
  let live;
  let apply;
  let lines;

  before(() => {
    data = fs.mkdtempSync(path.join(os.tmpdir(), 'fairway-runner-test-'));
    seedRepositories({
      examples: path.join(root, 'examples'),
      into: path.join(data, 'git'),
    });
    live = repositoryAt(path.join(data, 'git/acme/infrastructure-live.git'));
    apply = (commit, folder = FOLDER) => {
      lines = [];
      return applyUnit({
        root,
        live,
        modules: repositoryAt(
          path.join(data, 'git/acme/infrastructure-modules.git'),
        ),
        states: path.join(data, 'terraform'),
        binary,
        folder,
        commit,
        log: line => lines.push(line),
      });
    };
  });

  /** A commit on top of the main branch; without content the file goes. */
  function commit(content, folder = FOLDER) {
    const work = fs.mkdtempSync(path.join(os.tmpdir(), 'fairway-clone-'));
    const git = (...args) =>
      execFileSync(
        'git',
        ['-c', 'user.name=Pia', '-c', 'user.email=pia@acme.example', ...args],
        { cwd: work, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] },
      ).trim();
    git('clone', '-q', live.gitDir, '.');
    const file = path.join(work, folder, 'terragrunt.hcl');
    if (content === undefined) fs.rmSync(file);
    else {
      fs.mkdirSync(path.dirname(file), { recursive: true });
      fs.writeFileSync(file, content);
    }
    git('add', '-A');
    git('commit', '-qm', 'A change');
    git('push', '-q', 'origin', 'HEAD');
    return git('rev-parse', 'HEAD');
  }

  it('keeps what a person wrote text', () => {
    assert.deepEqual(asText({ a: ['${b}', '%{ if c }', 1, true] }), {
      a: ['$${b}', '%%{ if c }', 1, true],
    });
  });

  it(
    'applies, changes and destroys a unit, and keeps its state',
    { skip },
    async () => {
      const text = unit(`  name                = "refunds-db"
  data_classification = "internal"
  instance_size       = "small"
  storage_gb          = 20`);
      assert.match(await apply(commit(text)), /refunds-db: applied/);
      assert.match(lines.join('\n'), /Apply complete! Resources: [1-9]/);

      const changed = commit(text.replace('"small"', '"medium"'));
      assert.match(await apply(changed), /applied/);
      assert.match(lines.join('\n'), /memory_gb = 4 -> 16/);
      // Again, as after a crash: nothing is left to do.
      await apply(changed);
      assert.match(
        lines.join('\n'),
        /No changes|0 added, 0 changed, 0 destroyed/,
      );

      assert.match(await apply(commit(undefined)), /destroyed/);
      assert.match(lines.join('\n'), /Resources: 0 added, 0 changed, [1-9]/);
      assert.deepEqual(
        fs.existsSync(path.join(data, 'terraform', FOLDER)),
        false,
      );
    },
  );

  it('names the expressions that it does not evaluate', { skip }, async () => {
    const sha = commit(
      unit(`  name                = run_cmd("id")
  data_classification = "internal"`),
    );
    await assert.rejects(apply(sha), error => {
      assert.ok(error instanceof NotApplied);
      assert.match(
        error.message,
        /inputs\.name .*\(line 10\): run_cmd\("id"\)/,
      );
      return true;
    });
  });

  it('says so where a unit was never there', { skip }, async () => {
    assert.match(
      await apply('HEAD', 'live/acme-dev/eu-west-1/dev/nowhere'),
      /nothing to apply/,
    );
  });
});
