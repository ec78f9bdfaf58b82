// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

// npm run bench -- NAME [--json]: benchmarks/NAME.ts, whose default export is `run({ json, args })`.
import { createRequire } from 'node:module';
import fs from 'node:fs';
import path from 'node:path';
import { root } from '../lib/demo.mjs';

const [name, ...flags] = process.argv.slice(2);
const folder = path.join(root, 'benchmarks');
const known = fs
  .readdirSync(folder)
  .filter(file => file.endsWith('.ts'))
  .map(file => path.basename(file, '.ts'));

if (!known.includes(name)) {
  process.stderr.write(
    `There is no benchmark "${name ?? ''}". Use: npm run bench -- ${known.join(
      '|',
    )} [--json]\n`,
  );
  process.exitCode = 1;
} else {
  const require = createRequire(path.join(folder, `${name}.ts`));
  // The same transform that the backend runs with in development.
  require('@backstage/cli/config/nodeTransform.cjs');
  const benchmark = require(path.join(folder, `${name}.ts`));
  if (flags.includes('--help')) {
    process.stdout.write(
      `npm run bench -- ${name} [--json]\n${benchmark.usage ?? ''}\n`,
    );
  } else {
    await benchmark.default({ json: flags.includes('--json'), args: flags });
  }
  // A backend that ran in this process leaves timers behind, which are no reason to wait; what was written is waited for.
  process.stdout.write('', () => process.exit());
}
