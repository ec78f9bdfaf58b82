// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { readdir, stat } from 'node:fs/promises';
import { basename, join, sep } from 'node:path';
import type { PolicyProblem } from '@fairway/backstage-plugin-ownership-common';
import {
  type CompiledPolicy,
  loadPolicy,
  mergePolicies,
  type PolicyFileText,
} from '@fairway/backstage-plugin-ownership-node';
import { cliError } from '../errors';
import { readText } from '../iac/file';

/** A file that the command was given. */
export interface InputFile {
  text: string;
  /** As it was given, so that an editor or a pipeline can link to it. */
  path: string;
}

/** A policy as it was given, a file or a folder, in order or not. */
export interface InputPolicy {
  /** Undefined if there are errors. */
  policy?: CompiledPolicy;
  errors: PolicyProblem[];
  /** What the policy was loaded from. */
  text: string;
  /** Files of test cases beside a folder's policy. */
  tests: InputFile[];
  /** Path, as it was given, of a file that a problem names. */
  pathOf(file: string): string;
}

export async function readInput(path: string): Promise<InputFile> {
  return { path, text: await readText(path) };
}

/** Reads a policy file, or the policy, team files and test cases of a folder. */
export async function readPolicy(path: string): Promise<InputPolicy> {
  const info = await orRefuse(path, () => stat(path));
  if (info.isDirectory()) return readFolder(path);
  const { text } = await readInput(path);
  const source = basename(path);
  const pathOf = (file: string) => (file === source ? path : file);
  return { ...loadPolicy(text, { source }), text, tests: [], pathOf };
}

async function readFolder(folder: string): Promise<InputPolicy> {
  const names = await orRefuse(folder, () =>
    readdir(folder, { recursive: true }),
  );
  const files: PolicyFileText[] = [];
  for (const name of names
    .filter(each => /\.(ya?ml|json)$/.test(each))
    .sort()) {
    const { text } = await readInput(join(folder, name));
    files.push({ name: name.split(sep).join('/'), text });
  }
  const { policy, errors, text = '', tests } = mergePolicies(files);
  const pathOf = (file: string) => join(folder, file);
  return {
    policy,
    errors,
    text,
    tests: tests.map(each => ({ text: each.text, path: pathOf(each.name) })),
    pathOf,
  };
}

async function orRefuse<T>(path: string, read: () => Promise<T>): Promise<T> {
  try {
    return await read();
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

/** The same problems, with the paths that the command was given. */
export function located(
  problems: readonly PolicyProblem[],
  pathOf: (file: string) => string,
): PolicyProblem[] {
  return problems.map(problem => ({ ...problem, file: pathOf(problem.file) }));
}

/** A policy without errors, named in messages by its file name. */
export async function usePolicy(path: string): Promise<CompiledPolicy> {
  const { policy, errors, pathOf } = await readPolicy(path);
  if (policy) return policy;
  const problems = printProblems(located(errors, pathOf));
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
