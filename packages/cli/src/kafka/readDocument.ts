// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { text } from 'node:stream/consumers';
import { type Document, LineCounter, parseDocument, visit } from 'yaml';
import { cliError } from '../errors';
import { readInput } from '../ownership/input';

interface Mistake {
  /** Where in the text it begins. */
  at: number;
  reason: string;
}

/**
 * The data of a YAML or JSON file, or of stdin (`-`). YAML may have anchors,
 * aliases and merge keys.
 *
 * @throws `cli-file-unreadable`, `cli-document-empty`, and `cli-document-invalid` with line and column
 */
export async function readDocument(path: string): Promise<unknown> {
  const name = path === '-' ? 'stdin' : path;
  const source =
    path === '-' ? await text(process.stdin) : (await readInput(path)).text;
  const lineCounter = new LineCounter();
  // JSON is YAML.
  const document = parseDocument(source, {
    lineCounter,
    prettyErrors: false,
    merge: true,
  });
  const refuse = ({ at, reason }: Mistake) => {
    const { line, col } = lineCounter.linePos(at);
    const place = { path: name, line, column: col };
    return cliError('cli-document-invalid', { ...place, reason });
  };
  const [error] = document.errors;
  if (error) throw refuse({ at: error.pos[0], reason: error.message });
  const { mistake, last = 0 } = lookAtAliases(document);
  if (mistake) throw refuse(mistake);
  const data = dataOf(document, reason => refuse({ at: last, reason }));
  if (data === null || data === undefined) {
    throw cliError('cli-document-empty', { path: name });
  }
  return data;
}

/** The first alias of nothing or of what it is in, and where the last alias is. */
function lookAtAliases(document: Document): {
  mistake?: Mistake;
  last?: number;
} {
  let mistake: Mistake | undefined;
  let last: number | undefined;
  visit(document, {
    Alias(_, alias, ancestors) {
      const target = alias.resolve(document);
      last = alias.range?.[0] ?? 0;
      if (target && !ancestors.includes(target)) return undefined;
      const what = target ? 'stands for what it is in' : 'stands for nothing';
      mistake = { at: last, reason: `*${alias.source} ${what}` };
      return visit.BREAK;
    },
  });
  return { mistake, last };
}

/** A few aliases of aliases can stand for more than fits into memory: the reader stops there. */
function dataOf(
  document: Document,
  refuse: (reason: string) => Error,
): unknown {
  try {
    return document.toJS();
  } catch (error) {
    if (!(error instanceof ReferenceError)) throw error;
    throw refuse('its aliases stand for too much');
  }
}
