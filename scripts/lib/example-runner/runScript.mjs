// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';

const PROGRAMS = { '.py': 'python3', '.sh': 'sh' };
const LONGEST_LINE = 8_000;

/**
 * Runs one script in a folder of its own. It reads the values as JSON from its input, knows the rest by its environment,
 * which has nothing of ours but the PATH, and may write `outputs`, `entity`, `links` and `summary` as JSON to the file
 * `FAIRWAY_OUTPUT`. Answers the report of its end.
 */
export async function runScript({ file, job, onLine, signal }) {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'fairway-job-'));
  const output = path.join(folder, 'output.json');
  const { request, target, resource, operation, values = {} } = job;
  try {
    const child = spawn(PROGRAMS[path.extname(file)], [file], {
      cwd: folder,
      signal,
      stdio: ['pipe', 'pipe', 'pipe'],
      env: {
        PATH: process.env.PATH,
        FAIRWAY_REQUEST: request.id,
        FAIRWAY_ATTEMPT: String(request.attempt),
        FAIRWAY_ENVIRONMENT: target?.environment ?? '',
        FAIRWAY_SERVICE: target?.service ?? '',
        FAIRWAY_OPERATION: operation ?? '',
        FAIRWAY_RESOURCE: resource ?? '',
        FAIRWAY_OUTPUT: output,
      },
    });
    const ended = once(child, 'close').catch(error => [error.message]);
    // A script that reads nothing closes its input.
    child.stdin.on('error', () => {});
    child.stdin.end(JSON.stringify(values));
    for (const stream of [child.stdout, child.stderr]) {
      createInterface({ input: stream }).on('line', line =>
        onLine(line.slice(0, LONGEST_LINE)),
      );
    }
    const [code, killedBy] = await ended;
    if (code !== 0) {
      const how = killedBy ? `by ${killedBy}` : `with ${code}`;
      const summary = `${path.basename(file)} ended ${how}.`;
      return { status: 'failed', summary };
    }
    return { status: 'succeeded', ...readOutput(output) };
  } finally {
    fs.rmSync(folder, { recursive: true, force: true });
  }
}

function readOutput(file) {
  if (!fs.existsSync(file)) return {};
  try {
    const { outputs, entity, links, summary } = JSON.parse(
      fs.readFileSync(file, 'utf8'),
    );
    return {
      ...(outputs && { outputs }),
      ...(entity && { entity }),
      ...(links && { links }),
      ...(summary && { summary }),
    };
  } catch (error) {
    return {
      status: 'failed',
      summary: `What the script wrote to FAIRWAY_OUTPUT is no JSON: ${error.message}`,
    };
  }
}
