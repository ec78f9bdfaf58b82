// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { spawnSync } from 'node:child_process';
import {
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

const runs =
  process.env.CI === 'true' ||
  spawnSync('terraform', ['version']).error === undefined;

/**
 * Tests that need the real terraform. Where there is none they say that they did
 * not run; under CI they fail.
 */
export const describeWithTerraform = runs ? describe : describe.skip;

/** What such tests stand under. */
export const TERRAFORM = runs
  ? 'with terraform'
  : 'with terraform (did not run: terraform is not on the PATH)';

/** Runs terraform in a folder with the given files, and nothing of the person's own settings. */
export function terraform(options: {
  files: Record<string, string>;
  args: string[];
  input?: string;
}): {
  status: number | undefined;
  stdout: string;
  stderr: string;
  /** The given files as they are afterwards. */
  files: Record<string, string>;
} {
  const folder = mkdtempSync(path.join(tmpdir(), 'iac-terraform-'));
  const work = path.join(folder, 'work');
  mkdirSync(work);
  const settings = path.join(folder, 'settings.tfrc');
  try {
    writeFileSync(settings, '');
    for (const [name, content] of Object.entries(options.files)) {
      writeFileSync(path.join(work, name), content);
    }
    const { status, stdout, stderr, error } = spawnSync(
      'terraform',
      options.args,
      {
        cwd: work,
        input: options.input ?? '',
        encoding: 'utf8',
        maxBuffer: 64 * 1024 * 1024,
        env: {
          ...process.env,
          TF_CLI_CONFIG_FILE: settings,
          CHECKPOINT_DISABLE: '1',
        },
      },
    );
    if (error) throw error;
    const files = Object.fromEntries(
      Object.keys(options.files).map(name => [
        name,
        readFileSync(path.join(work, name), 'utf8'),
      ]),
    );
    return { status: status ?? undefined, stdout, stderr, files };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** What `terraform fmt` would change, empty when nothing. Names must end in `.tf`. */
export function formatDiff(files: Record<string, string>): string {
  const { status, stdout, stderr } = terraform({
    files,
    args: ['fmt', '-check', '-diff'],
  });
  return status === 0 ? '' : `${stdout}${stderr}`;
}

/** The files after `terraform fmt`; those that it would change again and again are left out. */
export function formatFiles(
  files: Record<string, string>,
): Record<string, string> {
  const once = terraform({ files, args: ['fmt'] });
  if (once.status !== 0) throw new Error(once.stderr);
  const twice = terraform({ files: once.files, args: ['fmt'] });
  return Object.fromEntries(
    Object.entries(twice.files).filter(
      ([name, text]) => text === once.files[name],
    ),
  );
}
