// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readTemplates } from '../template/readTemplates';
import { readInput } from './input';

describe('files that commands are given', () => {
  let path: string;

  beforeEach(() => {
    path = join(mkdtempSync(join(tmpdir(), 'fairway-input-')), 'policy.yaml');
    writeFileSync(path, Buffer.from('teams: "\xff"', 'latin1'));
  });

  afterEach(() => rmSync(join(path, '..'), { recursive: true }));

  it('decides nothing from bytes that are no text', async () => {
    await expect(readInput(path)).rejects.toMatchObject({
      code: 'cli-file-invalid',
    });
  });

  it('asks for a folder of templates where a file is given', async () => {
    await expect(readTemplates(path)).rejects.toMatchObject({
      code: 'cli-template-missing',
    });
  });
});
