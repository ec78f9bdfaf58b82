// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { text } from 'node:stream/consumers';
import { LineCounter, parseDocument } from 'yaml';
import { cliError } from '../errors';
import { readInput } from '../ownership/input';

/**
 * The data of a YAML or JSON file, or of stdin (`-`).
 *
 * @throws `cli-file-unreadable`, and `cli-document-invalid` with line and column
 */
export async function readDocument(path: string): Promise<unknown> {
  const source =
    path === '-' ? await text(process.stdin) : (await readInput(path)).text;
  const lineCounter = new LineCounter();
  // JSON is YAML.
  const document = parseDocument(source, { lineCounter, prettyErrors: false });
  const [error] = document.errors;
  if (error) {
    const { line, col } = lineCounter.linePos(error.pos[0]);
    throw cliError('cli-document-invalid', {
      path: path === '-' ? 'stdin' : path,
      line,
      column: col,
      reason: error.message,
    });
  }
  return document.toJS();
}
