// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

// What a task has read of a repository lies in its workspace, with the commit that it was read from. The file with the
// notes about that is never a part of the change. Nothing is believed of it: it says what is sent, and what is sent is
// decided about from its own paths and contents.
import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { isError } from '@backstage/errors';
import { z } from 'zod';
import { actionError } from '../errors';

/** Name of the notes, in the root of the workspace. */
export const STATE_FILE = '.fairway-change.json';

const stateSchema = z.object({
  repoUrl: z.string(),
  baseBranch: z.string(),
  baseSha: z.string(),
  /** The request that is revised, where there is one. */
  changeId: z.string().optional(),
  /** SHA-256 of every file as it is at the base, by its path. */
  files: z.record(z.string(), z.string()),
});

/** Notes about what was read. */
export type ChangeState = z.infer<typeof stateSchema>;

export function hashOf(content: string): string {
  return createHash('sha256').update(content, 'utf8').digest('hex');
}

/** @throws InputError `workspace-state-invalid` */
export async function readState(
  workspacePath: string,
): Promise<ChangeState | undefined> {
  let text: string;
  try {
    text = await readFile(join(workspacePath, STATE_FILE), 'utf8');
  } catch (error) {
    if (isError(error) && error.code === 'ENOENT') return undefined;
    throw error;
  }
  try {
    return stateSchema.parse(JSON.parse(text));
  } catch (cause) {
    throw actionError(
      'workspace-state-invalid',
      { path: STATE_FILE },
      { cause },
    );
  }
}

export async function writeState(
  workspacePath: string,
  state: ChangeState,
): Promise<void> {
  await writeFile(
    join(workspacePath, STATE_FILE),
    `${JSON.stringify(state, undefined, 2)}\n`,
  );
}
