// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import {
  Document,
  isAlias,
  isMap,
  isScalar,
  LineCounter,
  parseAllDocuments,
  parseDocument,
  visit,
} from 'yaml';
import { JsonValue } from '@backstage/types';
import { shown } from '@fairway/errors';
import { iacError } from '../errors';

const MAX_LENGTH = 1024 * 1024;

/** All documents of a text, with the tokens that they were read from. @throws yaml-syntax, yaml-too-large */
export function parseDocuments(text: string): Document.Parsed[] {
  if (text.length > MAX_LENGTH) {
    throw iacError('yaml-too-large', { limit: MAX_LENGTH });
  }
  const lineCounter = new LineCounter();
  const options = {
    keepSourceTokens: true,
    lineCounter,
    logLevel: 'silent',
  } as const;
  const parsed = parseAllDocuments(text, options);
  // A text without any has one that is empty.
  const documents: Document.Parsed[] =
    parsed.length > 0 ? [...parsed] : [parseDocument(text, options)];
  for (const { errors } of documents) {
    const [error] = errors;
    if (!error) continue;
    const { line, col } = lineCounter.linePos(error.pos[0]);
    const problem = error.message.split('\n')[0].replace(/ at line \d+.*$/, '');
    const place = { line: Math.max(line, 1), column: Math.max(col, 1) };
    throw iacError(
      'yaml-syntax',
      { ...place, problem, text: shown(lineAt(text, place.line), 60) },
      place,
    );
  }
  return documents;
}

/** A document as data; what an alias stands for is in its place. */
export function dataOf(document: Document.Parsed): JsonValue {
  return (document.toJS({ maxAliasCount: 1000 }) ?? null) as JsonValue;
}

/** The anchors that an alias uses. */
export function usedAnchors(document: Document.Parsed): Set<string> {
  const used = new Set<string>();
  visit(document, {
    Alias: (_, alias) => {
      used.add(alias.source);
    },
  });
  return used;
}

/** The name of a key; undefined for one that is no plain scalar. */
export function keyName(key: unknown): string | undefined {
  return isScalar(key) && !isAlias(key) && !isMap(key)
    ? String(key.value)
    : undefined;
}

function lineAt(text: string, line: number): string {
  return (text.split('\n')[line - 1] ?? '').trim();
}
