// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

// node scripts/pack.mjs [--built]: declarations and builds, then every public package as a tarball in dist/packages, as npm
// would get it, each looked through. `--built` packs what is built.
import { createRequire } from 'node:module';
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { problemsOf, publicPackages, tarballOf } from './lib/packages.mjs';
import { backstageCli } from './lib/portal.mjs';
import { runQuietly } from './lib/processes.mjs';

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const out = path.join(root, 'dist', 'packages');

async function run(command, args, cwd = root) {
  const { code, output } = await runQuietly(command, args, { cwd });
  if (code !== 0)
    throw new Error(`${path.basename(args[0] ?? command)} failed:\n${output}`);
}

async function build() {
  const tsc = createRequire(path.join(root, 'package.json')).resolve(
    'typescript/bin/tsc',
  );
  await run(process.execPath, [tsc]);
  await run(process.execPath, [backstageCli(root), 'repo', 'build']);
}

if (!process.argv.includes('--built')) await build();
fs.rmSync(out, { recursive: true, force: true });
fs.mkdirSync(out, { recursive: true });
const problems = [];
for (const { folder, manifest } of publicPackages(root)) {
  const file = path.join(out, tarballOf(manifest));
  await run('yarn', ['pack', '--out', file], folder);
  problems.push(...problemsOf(file));
  process.stdout.write(`${path.relative(root, file)}\n`);
}
if (problems.length) {
  process.stderr.write(`${problems.join('\n')}\n`);
  process.exitCode = 1;
}
