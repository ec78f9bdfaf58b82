// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { unifiedDiff } from './unifiedDiff';

const lines = (count: number, change: Record<number, string> = {}) =>
  Array.from({ length: count }, (_, line) => `${change[line] ?? line}\n`).join(
    '',
  );

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'fairway-diff-'));
});

afterEach(() => rm(folder, { recursive: true, force: true }));

/** What git makes of a text with the diff. */
async function applied(before: string | undefined, diff: string) {
  const git = (...args: string[]) =>
    promisify(execFile)('git', args, { cwd: folder });
  await git('init', '--quiet');
  if (before !== undefined) await writeFile(join(folder, 'f'), before);
  await writeFile(join(folder, 'patch'), diff);
  await git('apply', 'patch');
  return readFile(join(folder, 'f'), 'utf8').catch(() => undefined);
}

describe('unifiedDiff', () => {
  it.each<[string, string | undefined, string | undefined]>([
    ['a line in the middle', lines(20), lines(20, { 9: 'x' })],
    ['two places far apart', lines(40), lines(40, { 3: 'x', 33: 'y' })],
    ['two places side by side', lines(40), lines(40, { 10: 'x', 15: 'y' })],
    ['lines at both ends', lines(9), `a\n${lines(9)}b\n`],
    ['lines that go', lines(9), lines(4)],
    ['a line end that goes', lines(3), lines(3).trimEnd()],
    ['a line end that comes', 'a', 'a\n'],
    ['line ends of Windows', 'a\r\nb\r\n', 'a\r\nc\r\n'],
    ['repeated lines', 'a\na\nb\na\n', 'a\nb\na\na\nc\n'],
    ['a new file', undefined, lines(2)],
    ['a file that goes', lines(2), undefined],
    ['a text that becomes empty', lines(2), ''],
  ])('is what git applies: %s', async (_, before, after) => {
    const diff = unifiedDiff({ path: 'f', before, after });
    expect(await applied(before, diff)).toBe(after);
  });

  it('is empty when nothing is another', () => {
    expect(unifiedDiff({ path: 'f', before: 'a', after: 'a' })).toBe('');
  });

  it('keeps to the lines around a change', () => {
    const diff = unifiedDiff({
      path: 'f',
      before: lines(20),
      after: lines(20, { 9: 'x' }),
    });
    expect(diff).toBe(`diff --git a/f b/f
--- a/f
+++ b/f
@@ -7,7 +7,7 @@
 6
 7
 8
-9
+x
 10
 11
 12
`);
  });
});
