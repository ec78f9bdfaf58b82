// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { after, describe, it } from 'node:test';
import { root } from './demo.mjs';
import { blocksOf } from './install-test/guide.mjs';
import { problemsInSource, problemsOf, publicPackages } from './packages.mjs';

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'fairway-tarball-'));
after(() => fs.rmSync(folder, { recursive: true, force: true }));

let tarballs = 0;

/** A tarball as npm makes it. */
function pack(manifest, files) {
  const home = path.join(folder, String((tarballs += 1)));
  const all = { 'package.json': JSON.stringify(manifest), ...files };
  for (const [name, content] of Object.entries(all)) {
    const file = path.join(home, 'package', name);
    fs.mkdirSync(path.dirname(file), { recursive: true });
    fs.writeFileSync(file, content);
  }
  execFileSync('tar', ['-czf', `${home}.tgz`, '-C', home, 'package']);
  return `${home}.tgz`;
}

const GOOD = {
  name: 'good',
  main: 'dist/index.cjs.js',
  types: './dist/index.d.ts',
  bin: { good: 'bin/good' },
  configSchema: 'config.schema.json',
  files: ['dist', 'migrations', 'config.schema.json'],
  dependencies: { '@fairway/errors': '^0.1.0' },
};
const FILES = {
  'README.md': '',
  'bin/good': '',
  'dist/index.cjs.js': '',
  'dist/index.d.ts': '',
  'migrations/1.js': '',
  'config.schema.json': '{}',
};

describe('a tarball', () => {
  it('that has everything has no problems', () => {
    assert.deepEqual(problemsOf(pack(GOOD, FILES)), []);
  });

  it('says of an entry point what it exports, as Backstage packs it', () => {
    const exports = {
      './more': {
        backstage: '@backstage/FrontendPlugin',
        default: './dist/more.js',
      },
    };
    const manifest = { ...GOOD, exports };
    assert.deepEqual(problemsOf(pack(manifest, FILES)), [
      'good: "dist/more.js" is named and not there',
    ]);
    const files = { ...FILES, 'dist/more.js': '' };
    assert.deepEqual(problemsOf(pack(manifest, files)), []);
  });

  for (const missing of Object.keys(FILES)) {
    it(`without ${missing} is not published`, () => {
      const { [missing]: _, ...files } = FILES;
      const [problem] = problemsOf(pack(GOOD, files));
      assert.match(problem, /^good: .*(not there|README)/);
    });
  }

  it('with a range of the workspace, or with tests, is not published', () => {
    const manifest = {
      ...GOOD,
      dependencies: { '@fairway/errors': 'workspace:^' },
    };
    const files = { ...FILES, 'dist/a.test.js': '' };
    assert.deepEqual(problemsOf(pack(manifest, files)), [
      'good: @fairway/errors is "workspace:^"',
      'good: has "dist/a.test.js"',
    ]);
  });
});

const names = publicPackages(root).map(({ manifest }) => manifest.name);

describe('a package as it is in Git', () => {
  for (const { folder: home, manifest } of publicPackages(root)) {
    it(`${manifest.name} has what its tarball needs`, () => {
      const problems = problemsInSource({
        folder: home,
        manifest,
        published: names,
      });
      assert.deepEqual(problems, []);
    });
  }

  it('names what is missing, not listed, or not published', () => {
    const home = path.join(folder, 'source');
    fs.mkdirSync(path.join(home, 'migrations'), { recursive: true });
    const manifest = {
      name: 'bad',
      main: 'src/index.ts',
      files: ['dist', 'schema'],
      dependencies: { '@fairway/secret': 'workspace:^', react: '^18.0.0' },
    };
    const problems = problemsInSource({
      folder: home,
      manifest,
      published: ['bad'],
    });
    assert.deepEqual(problems, [
      'bad: "src/index.ts" is named and not there',
      'bad: "schema" is named and not there',
      'bad: "migrations" is not in "files"',
      'bad: @fairway/secret is not published',
      'bad: has no README.md',
    ]);
  });
});

describe('the guide of the installation', () => {
  const guide = fs.readFileSync(path.join(root, 'docs/install.md'), 'utf8');

  for (const part of ['iac', 'kafka', 'permissions']) {
    it(`adds packages for ${part} that are published`, () => {
      const shell = blocksOf(guide, part)
        .filter(({ language }) => language === 'sh')
        .map(({ text }) => text)
        .join('\n');
      const added = shell.match(/@fairway\/[a-z-]+/g) ?? [];
      assert.ok(added.length > 0);
      assert.deepEqual(
        added.filter(name => !names.includes(name)),
        [],
      );
    });
  }
});
