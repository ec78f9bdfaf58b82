// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import {
  chmod,
  readFile,
  realpath,
  rename,
  rm,
  stat,
  writeFile,
} from 'node:fs/promises';
import { isIacError } from '@fairway/iac';
import { cliError } from '../errors';

/** What a file is written in. */
export type Format = 'hcl' | 'yaml';

/** stdin, where a path is expected. */
export const STDIN = '-';

const FORMATS: [RegExp, Format][] = [
  [/\.(hcl|tf|tfvars)$/i, 'hcl'],
  [/\.ya?ml$/i, 'yaml'],
];

/** The format that a name says; undefined for others. */
export function formatOf(path: string): Format | undefined {
  return FORMATS.find(([pattern]) => pattern.test(path))?.[1];
}

/** A text with where it is from. */
export interface TextFile {
  path: string;
  text: string;
  format: Format;
}

/**
 * Reads a file, or stdin for `-`.
 *
 * @throws InputError `cli-file-unreadable`, `cli-format-unknown`; `cli-file-invalid` where it is not UTF-8, since
 * writing it again would change bytes that nobody named
 */
export async function readTextFile(
  path: string,
  options: { format?: Format },
): Promise<TextFile> {
  const format = options.format ?? formatOf(path);
  if (!format) throw cliError('cli-format-unknown', { path });
  return { path, format, text: await readText(path) };
}

/** @throws InputError `cli-file-unreadable`, `cli-file-invalid` */
export async function readText(path: string): Promise<string> {
  const bytes = path === STDIN ? await readStdin() : await readBytes(path);
  const text = bytes.toString('utf8');
  if (!Buffer.from(text, 'utf8').equals(bytes)) {
    throw cliError('cli-file-invalid', {
      path,
      place: '',
      reason: 'It is not UTF-8 text',
    });
  }
  return text;
}

async function readBytes(path: string): Promise<Buffer> {
  try {
    return await readFile(path);
  } catch (error) {
    const reason = (error as NodeJS.ErrnoException).code ?? String(error);
    throw cliError('cli-file-unreadable', { path, reason });
  }
}

async function readStdin(): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of process.stdin) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

/**
 * Puts a text in a file's place, whole or not at all; its mode stays, and a link stays a link.
 *
 * @throws InputError `cli-file-unwritable`
 */
export async function writeInPlace(path: string, text: string): Promise<void> {
  let partial: string | undefined;
  try {
    const target = await realpath(path);
    const { mode } = await stat(target);
    partial = `${target}.${process.pid}.part`;
    await writeFile(partial, text, { flag: 'wx' });
    await chmod(partial, mode);
    await rename(partial, target);
  } catch (error) {
    if (partial) await rm(partial, { force: true });
    const reason = (error as NodeJS.ErrnoException).code ?? String(error);
    throw cliError('cli-file-unwritable', { path, reason });
  }
}

/** What the library refuses comes out with the file's name, line and column. */
export async function inFile<T>(
  path: string,
  run: () => T | Promise<T>,
): Promise<T> {
  try {
    return await run();
  } catch (error) {
    if (!isIacError(error)) throw error;
    const { line, column } = error as { line?: number; column?: number };
    throw cliError('cli-file-invalid', {
      path,
      place: line === undefined ? '' : `${line}:${column ?? 1}:`,
      reason: error.message,
    });
  }
}
