// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { readFile } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import type { PolicyProblem } from '@fairway/backstage-plugin-ownership-common';
import type { PolicyFile } from './types';

/** A text file by its name, or why it cannot be read and which key of the configuration names it. */
export async function readTextFile(
  path: string,
  options: { key: string; name?: string },
): Promise<PolicyFile | { problem: PolicyProblem }> {
  const { key, name = basename(path) } = options;
  try {
    return { name, text: await readFile(resolve(path), 'utf8') };
  } catch (error) {
    return { problem: unreadable({ path, key, name, error }) };
  }
}

/** The path as configured, not as resolved: signed-in people read this. */
export function unreadable(options: {
  path: string;
  key: string;
  name: string;
  error: unknown;
}): PolicyProblem {
  const { path, key, name, error } = options;
  const reason = (error as NodeJS.ErrnoException).code ?? 'unknown reason';
  return {
    severity: 'error',
    file: name,
    message: `"${path}" cannot be read (${reason}). Put the file there or correct "${key}" in the portal's configuration; the path is relative to the folder that the backend is started in.`,
  };
}
