// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { watchFiles } from './watchFiles';

describe('watchFiles', () => {
  let folder: string;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'ownership-watch-'));
  });

  afterEach(async () => {
    await rm(folder, { recursive: true });
  });

  it('calls back when the file is replaced, as editors do', async () => {
    const path = join(folder, 'policy.yaml');
    await writeFile(path, 'before');

    let watcher: { close(): void } | undefined;
    const changed = new Promise<void>(resolve => {
      watcher = watchFiles({ paths: [path], onChange: resolve });
    });
    await writeFile(join(folder, '.policy.yaml.swap'), 'after');
    await rename(join(folder, '.policy.yaml.swap'), path);

    await expect(changed).resolves.toBeUndefined();
    watcher?.close();
  });

  it('stays silent where there is no folder to watch', () => {
    const watcher = watchFiles({
      paths: [join(folder, 'missing', 'policy.yaml')],
      onChange: () => {
        throw new Error('there is nothing to change');
      },
    });
    expect(() => watcher.close()).not.toThrow();
  });
});
