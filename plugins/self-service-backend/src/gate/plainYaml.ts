// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { isNode, LineCounter, parseAllDocuments, visit } from 'yaml';
import { wordsOf } from '../errors';

const PLAIN_TAG = /^(!|tag:yaml\.org,2002:(str|int|float|bool|null|map|seq))$/;
/** How often aliases may be resolved; nested ones multiply. */
const MAX_ALIASES = 100;

/** Where a text is not YAML, or YAML that makes readers run code or run out of memory: tags of its own, alias bombs. */
export function whyNotPlainYaml(
  text: string,
  options: { severalDocuments?: boolean } = {},
): { line: number; column: number; problem: string } | undefined {
  const lineCounter = new LineCounter();
  const at = (offset = 0, problem = '') => {
    const { line, col } = lineCounter.linePos(offset);
    return { line: line || 1, column: col || 1, problem };
  };
  try {
    const documents = parseAllDocuments(text, {
      lineCounter,
      prettyErrors: false,
    });
    const [, second] = documents;
    if (second && !options.severalDocuments) {
      return at(second.range?.[0], 'it is a second document');
    }
    for (const document of documents) {
      if (!('errors' in document)) continue;
      const [error] = [...document.errors, ...document.warnings];
      if (error) return at(error.pos[0], error.message.split('\n')[0]);
      let tagged: ReturnType<typeof at> | undefined;
      visit(document, (_, node) => {
        if (isNode(node) && node.tag && !PLAIN_TAG.test(node.tag)) {
          tagged = at(node.range?.[0], `the tag "${node.tag}" is not allowed`);
          return visit.BREAK;
        }
        return undefined;
      });
      if (tagged) return tagged;
      document.toJS({ maxAliasCount: MAX_ALIASES });
    }
    return undefined;
  } catch (error) {
    // Too many aliases, an alias of nothing, or nested deeper than the reader goes.
    return at(0, wordsOf(error));
  }
}
