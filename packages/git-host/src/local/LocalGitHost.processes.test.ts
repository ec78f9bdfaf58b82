// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { BareRepository } from './__testUtils__/bareRepository';

jest.setTimeout(120_000);

const TRANSFORM = require.resolve('@backstage/cli/config/nodeTransform.cjs');
const worker = (name: string) => join(__dirname, '__testUtils__', name);

describe('LocalGitHost in several processes', () => {
  let repository: BareRepository;
  const children: ChildProcess[] = [];

  beforeEach(() => {
    repository = BareRepository.create();
  });
  afterEach(() => {
    children.forEach(child => child.kill('SIGKILL'));
    repository.dispose();
  });

  const start = (number: number, count: number, mode: 'own' | 'shared') =>
    startWorker('commitWorker.ts', [`${number}`, `${count}`, mode]);

  function startWorker(name: string, args: string[]) {
    const child = spawn(
      process.execPath,
      ['--require', TRANSFORM, worker(name), repository.root, ...args],
      { stdio: ['ignore', 'pipe', 'pipe'], env: { PATH: process.env.PATH } },
    );
    children.push(child);
    const lines: string[] = [];
    const output = createInterface({ input: child.stdout! });
    output.on('line', line => lines.push(line));
    let errors = '';
    child.stderr!.on('data', chunk => (errors += chunk));
    const end = Promise.all([once(child, 'close'), once(output, 'close')]).then(
      ([[code]]) => ({ code, errors, lines }),
    );
    return { child, output, lines, end };
  }

  async function runFour(mode: 'own' | 'shared') {
    const ends = await Promise.all(
      [1, 2, 3, 4].map(number => start(number, 10, mode).end),
    );
    expect(ends.map(({ code, errors }) => [code, errors])).toEqual(
      Array(4).fill([0, '']),
    );
    expect(repository.check()).toBe('');
    expect(Object.keys(repository.refs()).join()).not.toContain('scratch');
    return ends.flatMap(({ lines }) => lines.map(line => line.split(' ')));
  }

  it('loses none of four times ten commits to branches of their own', async () => {
    const results = await runFour('own');
    expect(results).toHaveLength(40);
    const refs = repository.refs();
    for (const [branch, commitSha, action] of results) {
      expect(action).toBe('created');
      expect(refs[`refs/heads/${branch}`]).toBe(commitSha);
    }
    const numbers = results.map(([, , , number]) => Number(number));
    expect(numbers.sort((one, other) => one - other)).toEqual(
      Array.from({ length: 40 }, (_, index) => index + 1),
    );
  });

  it('loses none of four times ten commits to one branch, and opens one change', async () => {
    const results = await runFour('shared');
    const history = repository.git(['rev-list', 'main..shared']).split('\n');
    expect(results.map(([, commitSha]) => commitSha).sort()).toEqual(
      history.sort(),
    );
    const files = repository.git(['ls-tree', '-r', '--name-only', 'shared']);
    expect(files.split('\n')).toHaveLength(1 + 40);
    expect(new Set(results.map(([, , , number]) => number))).toEqual(
      new Set(['1']),
    );
  });

  it('goes on where a killed process stopped', async () => {
    const killed = start(1, 50, 'own');
    killed.output.on('line', () => {
      if (killed.lines.length === 3) {
        killed.child.kill('SIGKILL');
      }
    });
    await killed.end;
    expect(killed.lines.length).toBeLessThan(50);
    expect(repository.check()).toBe('');

    const { code, errors, lines } = await start(1, 50, 'own').end;
    expect([code, errors]).toEqual([0, '']);
    const results = lines.map(line => line.split(' '));
    killed.lines.forEach((line, index) => {
      const [branch, commitSha, , number] = line.split(' ');
      expect(results[index]).toEqual([branch, commitSha, 'unchanged', number]);
    });
    const numbers = results.map(([, , , number]) => Number(number));
    expect(numbers).toEqual(
      Array.from({ length: 50 }, (_, index) => index + 1),
    );
  });

  it('loses none of four times five merges, nor what is pushed meanwhile', async () => {
    const { code, lines } = await start(1, 20, 'own').end;
    expect([code, lines.length]).toEqual([0, 20]);
    const workers = [0, 5, 10, 15].map(first =>
      startWorker(
        'mergeWorker.ts',
        [1, 2, 3, 4, 5].map(offset => `${first + offset}`),
      ),
    );
    const pushed: string[] = [];
    // After every merge that is told, somebody pushes to the base, as git does it: if it has not moved.
    workers.forEach(({ output }) =>
      output.on('line', () => {
        const head = repository.head('main')!;
        const sha = repository.git([
          ...['commit-tree', '-m', 'Pushed', '-p', head, `${head}^{tree}`],
        ]);
        try {
          repository.git(['update-ref', 'refs/heads/main', sha, head]);
          pushed.push(sha);
        } catch {
          // A merge was quicker.
        }
      }),
    );
    const ends = await Promise.all(workers.map(({ end }) => end));
    expect(ends.map(end => [end.code, end.errors])).toEqual(
      Array(4).fill([0, '']),
    );
    const results = ends.flatMap(end => end.lines.map(line => line.split(' ')));
    expect(results.map(([, , state]) => state)).toEqual(
      Array(20).fill('merged'),
    );
    const mainline = repository
      .git(['rev-list', '--first-parent', 'main'])
      .split('\n');
    expect(mainline.sort()).toEqual(
      [
        ...results.map(([, mergeSha]) => mergeSha),
        ...pushed,
        repository.git(['rev-list', '--max-parents=0', 'main']),
      ].sort(),
    );
    expect(pushed.length).toBeGreaterThan(0);
    const files = repository.git(['ls-tree', '-r', '--name-only', 'main']);
    expect(files.split('\n')).toHaveLength(1 + 20);
    expect(repository.check()).toBe('');
  });
});
