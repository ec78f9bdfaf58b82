// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { execFileSync, spawn } from 'node:child_process';
import { chmodSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { BareRepository } from './__testUtils__/bareRepository';
import { Git } from './Git';
import { readObjects } from './objects';
import { moveRef, readRef } from './refs';

describe('a git that stays', () => {
  let repository: BareRepository;
  let git: Git;
  let pids: string;

  beforeEach(() => {
    repository = BareRepository.create();
    pids = join(repository.root, 'pids');
    // Tells the number of each process before it becomes git.
    const executable = join(repository.root, 'telling-git');
    writeFileSync(
      executable,
      `#!/bin/sh\necho $$ >> '${pids}'\nexec git "$@"\n`,
    );
    chmodSync(executable, 0o755);
    writeFileSync(pids, '');
    const { gitDir } = repository;
    git = Git.create({ gitDir, label: 'infra', executable, timeoutMs: 5000 });
  });
  afterEach(() => repository.dispose());

  const started = () =>
    readFileSync(pids, 'utf8').split('\n').filter(Boolean).map(Number);
  const read = async (name: string) => {
    const [object] = await readObjects(git, [name]);
    return object?.content.toString('utf8');
  };

  it('answers many questions, asked at once too, and each its own', async () => {
    const names = ['main:README.md', 'main:none', 'main:README.md'];
    const answers = await Promise.all(names.map(read));
    expect(answers).toEqual(['x\n', undefined, 'x\n']);
    expect(started()).toHaveLength(1);
  });

  it('sees what others did since it started, packed or not', async () => {
    await read('main:README.md');
    repository.push({ branch: 'main', files: { new: { content: 'one' } } });
    expect(await read('main:new')).toBe('one');
    repository.push({ branch: 'main', files: { new: { content: 'two' } } });
    repository.git(['gc', '--quiet', '--prune=now']);
    expect(await read('main:new')).toBe('two');
    repository.push({ branch: 'main', files: { new: { content: 'three' } } });
    repository.git(['pack-refs', '--all']);
    repository.git(['repack', '-adq']);
    expect(await read('main:new')).toBe('three');
    expect(started()).toHaveLength(1);
  });

  it('takes content that looks like an answer for what it is', async () => {
    const content = `${'a'.repeat(70_000)} missing\n0 missing\ncommit: ok\n`;
    repository.push({ branch: 'main', files: { odd: { content } } });
    expect(await read('main:odd')).toBe(content);
    expect(await read('main:README.md')).toBe('x\n');
  });

  it('is replaced when somebody ended it', async () => {
    await read('main:README.md');
    process.kill(started()[0], 'SIGKILL');
    expect(await read('main:README.md')).toBe('x\n');
    expect(started()).toHaveLength(2);
  });

  it('moves a ref only from where it is, and goes on after it refused', async () => {
    const main = repository.head('main')!;
    const next = repository.git([
      ...['commit-tree', '-m', 'Next', '-p', main, `${main}^{tree}`],
    ]);
    const name = 'refs/heads/x';
    expect(await moveRef(git, { name, from: undefined, to: main })).toBe(
      undefined,
    );
    expect(await moveRef(git, { name, from: undefined, to: next })).toContain(
      'already exists',
    );
    expect(await moveRef(git, { name, from: next, to: next })).toContain('x');
    expect(await readRef(git, name)).toBe(main);
    expect(await moveRef(git, { name, from: main, to: next })).toBeUndefined();
    expect(await moveRef(git, { name, from: next, to: main })).toBeUndefined();
    expect(await readRef(git, name)).toBe(main);
  });

  it('is ended when it does not answer in time', async () => {
    const executable = join(repository.root, 'silent-git');
    writeFileSync(executable, '#!/bin/sh\nexec sleep 1000\n');
    chmodSync(executable, 0o755);
    const { gitDir } = repository;
    const silent = Git.create({
      ...{ gitDir, label: 'infra', executable, timeoutMs: 100 },
    });
    await expect(readObjects(silent, ['main'])).rejects.toMatchObject({
      code: 'git-failed',
      message: expect.stringContaining('SIGKILL'),
    });
  });

  it('says that the program is missing', async () => {
    const { gitDir } = repository;
    const none = Git.create({ gitDir, label: 'infra', executable: 'no-git' });
    for (const _ of [1, 2]) {
      await expect(readObjects(none, ['main'])).rejects.toMatchObject({
        code: 'git-missing',
      });
    }
  });

  it('does not keep the process that asked, and ends with it', async () => {
    const transform = require.resolve(
      '@backstage/cli/config/nodeTransform.cjs',
    );
    const script = `
      const { LocalGitHost } = require(${JSON.stringify(
        join(__dirname, 'LocalGitHost.ts'),
      )});
      LocalGitHost.create({ root: ${JSON.stringify(
        repository.root,
      )}, executable: ${JSON.stringify(join(repository.root, 'telling-git'))} })
        .then(host => host.readFile(
          { host: 'local', owner: 'acme', repo: 'infra' },
          { ref: 'main', path: 'README.md' },
        ))
        .then(() => process.stdout.write(String(Date.now())));`;
    const child = spawn(process.execPath, ['-r', transform, '-e', script], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    let read_ = '';
    child.stdout.on('data', chunk => (read_ += chunk));
    const code = await new Promise(resolve => child.on('close', resolve));
    expect(code).toBe(0);
    // Well before an idle one would end by itself.
    expect(Date.now() - Number(read_)).toBeLessThan(1900);
    const isAlive = (pid: number) => {
      try {
        const stat = execFileSync('ps', ['-o', 'stat=', '-p', `${pid}`]);
        return !stat.toString().startsWith('Z');
      } catch {
        return false;
      }
    };
    expect(started().length).toBeGreaterThan(0);
    while (started().some(isAlive)) {
      await new Promise(setImmediate);
    }
  });
});
