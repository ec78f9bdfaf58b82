// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { spawn, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';

/** `terraform` or `tofu`, whichever is on the PATH; undefined without. */
export function findBinary(env = process.env) {
  return ['terraform', 'tofu'].find(
    name =>
      spawnSync(name, ['version'], { env: { PATH: env.PATH }, stdio: 'ignore' })
        .status === 0,
  );
}

/** In JSON syntax Terraform reads templates in strings: what a person wrote stays text. */
export function asText(value) {
  if (typeof value === 'string')
    return value.replaceAll('${', '$$${').replaceAll('%{', '%%{');
  if (Array.isArray(value)) return value.map(asText);
  if (value && typeof value === 'object')
    return Object.fromEntries(
      Object.entries(value).map(([key, each]) => [asText(key), asText(each)]),
    );
  return value;
}

/** The root module of one unit: its module beside it, its state where it was, its outputs passed on. */
export function rootModule({ state, inputs, outputs }) {
  return {
    terraform: { backend: { local: { path: state } } },
    module: { unit: { source: './module', ...asText(inputs) } },
    ...(outputs.length && {
      output: Object.fromEntries(
        outputs.map(name => [
          name,
          // Sensitive, so that no value shows in a log.
          { value: `\${module.unit.${name}}`, sensitive: true },
        ]),
      ),
    }),
  };
}

/** Runs it with an environment that holds nothing; every line goes to `onLine`. Answers the exit code. */
export function runTerraform(binary, args, { folder, onLine, signal }) {
  return new Promise((resolve, reject) => {
    const child = spawn(binary, args, {
      cwd: folder,
      signal,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: {
        PATH: process.env.PATH,
        HOME: folder,
        TMPDIR: os.tmpdir(),
        CHECKPOINT_DISABLE: '1',
        TF_IN_AUTOMATION: '1',
        TF_INPUT: '0',
      },
    });
    let rest = '';
    const read = chunk => {
      const lines = (rest + chunk).split('\n');
      rest = lines.pop();
      lines.forEach(line => onLine(line));
    };
    child.stdout.setEncoding('utf8').on('data', read);
    child.stderr.setEncoding('utf8').on('data', read);
    child.once('error', reject);
    child.once('close', code => {
      if (rest) onLine(rest);
      resolve(code ?? 1);
    });
  });
}

/** Outputs that a state holds, undefined where there is no state. */
export function outputsIn(state) {
  if (!fs.existsSync(state)) return undefined;
  const { outputs = {} } = JSON.parse(fs.readFileSync(state, 'utf8'));
  return Object.fromEntries(
    Object.entries(outputs).map(([name, { value }]) => [name, value]),
  );
}

/** Names of a module's outputs. */
export function outputsOfModule(folder) {
  return fs
    .readdirSync(folder)
    .filter(name => name.endsWith('.tf'))
    .flatMap(name => [
      ...fs
        .readFileSync(path.join(folder, name), 'utf8')
        .matchAll(/^output "([\w-]+)"/gm),
    ])
    .map(([, name]) => name);
}
