// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import type { PolicyProblem } from '@fairway/backstage-plugin-ownership-common';
import {
  type CompiledPolicy,
  loadPolicy,
} from '@fairway/backstage-plugin-ownership-node';
import { cliError } from '../errors';

/** A file that the command was given. */
export interface InputFile {
  text: string;
  /** As it was given, so that an editor or a pipeline can link to it. */
  path: string;
}

export async function readInput(path: string): Promise<InputFile> {
  try {
    return { path, text: await readFile(path, 'utf8') };
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    const reason = code ?? String(error);
    throw cliError('cli-file-unreadable', { path, reason });
  }
}

/** Problems as compilers print them: `policy.yaml:12:5: what is wrong: what to write`. */
export function printProblems(problems: readonly PolicyProblem[]): string {
  return problems
    .map(({ file, line, column, severity, message }) => {
      const place = [file, line, column].filter(Boolean).join(':');
      return `${place}: ${severity === 'warning' ? 'warning: ' : ''}${message}`;
    })
    .join('\n');
}

/** A policy without errors, named in messages by its file name. */
export function usePolicy({ text, path }: InputFile): CompiledPolicy {
  const { policy, errors } = loadPolicy(text, { source: basename(path) });
  if (policy) return policy;
  const problems = printProblems(
    errors.map(problem => ({ ...problem, file: path })),
  );
  throw cliError('cli-policy-invalid', { problems });
}

/** Repeated or comma-separated values of one option. */
export function collect(value: string, earlier: string[] = []): string[] {
  const values = value.split(',').map(each => each.trim());
  return [...earlier, ...values.filter(Boolean)];
}

/** `name=value` pairs; a value may contain commas. */
export function collectPairs(
  value: string,
  earlier: Record<string, string> = {},
): Record<string, string> {
  const at = value.indexOf('=');
  if (at < 1 || at === value.length - 1) {
    throw cliError('cli-attribute-invalid', { value });
  }
  return { ...earlier, [value.slice(0, at)]: value.slice(at + 1) };
}
