// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import {
  outputsIn,
  outputsOfModule,
  rootModule,
  runTerraform,
} from './terraform.mjs';
import { readUnit, UNIT_FILE } from './unit.mjs';

/** What stops a unit: words for its request. */
export class NotApplied extends Error {}

/**
 * Plans and applies one unit as it is at a commit, or destroys what it made when it is gone there.
 * Answers what was done in words; every line of output goes to `log`.
 */
export async function applyUnit({
  root,
  live,
  modules,
  states,
  binary,
  folder,
  commit,
  log,
  signal,
}) {
  const file = path.posix.join(folder, UNIT_FILE);
  const present = await live.read(commit, file);
  const from =
    present === undefined ? await live.lastWith(commit, file) : commit;
  if (from === undefined) {
    log(`${folder} has no ${UNIT_FILE}: there is nothing to apply`);
    return `${folder}: nothing to apply`;
  }
  const destroy = present === undefined;
  const text = present ?? (await live.read(from, file));

  const stateOf = unit => path.join(states, unit, 'terraform.tfstate');
  const unit = await readUnit(text, {
    root,
    folder,
    outputsOf: other => outputsIn(stateOf(other)),
  });
  if (unit.problems) throw new NotApplied(unit.problems.join('\n'));
  unit.notes.forEach(note => log(note));

  const work = fs.mkdtempSync(path.join(os.tmpdir(), 'fairway-runner-'));
  try {
    await placeModule(unit.module, {
      modules,
      into: path.join(work, 'module'),
    });
    const state = stateOf(folder);
    fs.mkdirSync(path.dirname(state), { recursive: true });
    fs.writeFileSync(
      path.join(work, 'main.tf.json'),
      JSON.stringify(
        rootModule({
          state,
          inputs: unit.inputs,
          outputs: outputsOfModule(path.join(work, 'module')),
        }),
        undefined,
        2,
      ),
    );
    const steps = [
      ['init', '-no-color', '-input=false'],
      [
        'plan',
        '-no-color',
        '-input=false',
        '-out=plan',
        ...(destroy ? ['-destroy'] : []),
      ],
      ['apply', '-no-color', '-input=false', 'plan'],
    ];
    for (const args of steps) {
      log(`$ ${binary} ${args.join(' ')}   # ${folder}`);
      const code = await runTerraform(binary, args, {
        folder: work,
        onLine: log,
        signal,
      });
      if (code !== 0)
        throw new NotApplied(
          `${binary} ${args[0]} of ${folder} ended with ${code}`,
        );
    }
    if (destroy) fs.rmSync(path.dirname(state), { recursive: true });
    return `${folder}: ${destroy ? 'destroyed' : 'applied'}`;
  } finally {
    fs.rmSync(work, { recursive: true, force: true });
  }
}

async function placeModule({ path: folder, ref }, { modules, into }) {
  fs.mkdirSync(into, { recursive: true });
  const files = await modules.export(
    `refs/tags/${ref}`,
    folder,
    async (name, content) => {
      const target = path.join(into, name);
      fs.mkdirSync(path.dirname(target), { recursive: true });
      fs.writeFileSync(target, content);
    },
  );
  if (!files)
    throw new NotApplied(
      `The modules repository has no folder "${folder}" at the tag "${ref}"`,
    );
}
