// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

// Every check of the project. Names of parts as arguments run those alone: npm test -- lint types
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { root } from '../lib/demo.mjs';
import { browserPart, testLanes } from '../lib/testing/parts.mjs';

const inCi = Boolean(process.env.CI && process.env.CI !== 'false');
const say = line => process.stdout.write(`${line}\n`);

/** CI stays what it is: a missing tool is named here, and fails there. */
const env = { ...process.env, FORCE_COLOR: '0', NODE_ENV: 'test' };

async function runPart(part, context) {
  const started = Date.now();
  let result;
  try {
    result = await part.run(context);
  } catch (error) {
    result = { passed: 0, failed: 1, output: error.stack ?? String(error) };
  }
  const seconds = ((Date.now() - started) / 1000).toFixed(0);
  if (result.failed)
    say(`\n--- ${part.name} ---\n${result.output.trimEnd()}\n---`);
  say(
    `${part.name}: ${result.passed} passed, ${result.failed} failed (${seconds} s)`,
  );
  return { ...result, name: part.name };
}

async function runLane(lane, context) {
  const results = [];
  for (const part of lane) results.push(await runPart(part, context));
  return results;
}

async function main(wanted) {
  const lanes = testLanes(root);
  const last = [browserPart(root)];
  const names = [...lanes.flat(), ...last].map(({ name }) => name);
  const unknown = wanted.filter(name => !names.includes(name));
  if (unknown.length) {
    say(
      `There is no part "${unknown[0]}"; the parts are: ${names.join(', ')}.`,
    );
    return 1;
  }
  const chosen = lane =>
    lane.filter(({ name }) => !wanted.length || wanted.includes(name));
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'fairway-test-'));
  const context = { root, env, folder };
  const started = Date.now();
  const results = [
    ...(
      await Promise.all(lanes.map(lane => runLane(chosen(lane), context)))
    ).flat(),
    ...(await runLane(chosen(last), context)),
  ];
  fs.rmSync(folder, { recursive: true, force: true });

  const left = names.filter(
    name => !results.some(result => result.name === name),
  );
  const notRun = results.flatMap(result =>
    (result.notRun ?? []).map(what => `${result.name}: ${what}`),
  );
  const passed = results.reduce((sum, result) => sum + result.passed, 0);
  const failed =
    results.reduce((sum, result) => sum + result.failed, 0) +
    (inCi ? notRun.length : 0);
  say('');
  if (left.length) say(`Not asked for: ${left.join(', ')}`);
  notRun.forEach(what =>
    say(`Not run here${inCi ? ' (a failure in CI)' : ''}: ${what}`),
  );
  say(`In ${((Date.now() - started) / 60_000).toFixed(1)} minutes:`);
  say(`${passed} passed, ${failed} failed`);
  return failed ? 1 : 0;
}

process.exitCode = await main(process.argv.slice(2));
