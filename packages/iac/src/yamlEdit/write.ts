// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { JsonValue } from '@backstage/types';
import { Document, Scalar, stringify, visit } from 'yaml';
import { escapePoint, INVISIBLE } from '../hcl/quote';

const OPTIONS = {
  lineWidth: 0,
  blockQuote: false,
  doubleQuotedMinMultiLineLength: Number.MAX_SAFE_INTEGER,
} as const;

/** A value on one line, in a block or in a flow. `quote` is kept where the value is text. */
export function writeInline(
  value: JsonValue,
  options: { quote?: 'single' | 'double'; isFlow: boolean },
): string {
  const { quote, isFlow } = options;
  // In a flow more characters need quotes, which the library knows of what is in one.
  const document = documentOf(isFlow ? [value] : value);
  visit(document, {
    Collection: (_, node) => {
      node.flow = true;
    },
    Scalar: (key, node) => {
      if (key === 'key' || node.value !== value) return;
      if (!quote || typeof value !== 'string') return;
      node.type =
        quote === 'single' && !INVISIBLE.test(value)
          ? Scalar.QUOTE_SINGLE
          : Scalar.QUOTE_DOUBLE;
    },
  });
  const written = text(document, true);
  return isFlow ? written.slice(1, -1).trim() : written;
}

/** A value on lines of its own, without the indentation. */
export function writeBlock(
  value: JsonValue,
  options: { indentSeq: boolean },
): string[] {
  return text(documentOf(value), options.indentSeq).split('\n');
}

/** `key: value` for a flow map, without braces. */
export function writeFlowPair(name: string, value: JsonValue): string {
  const object = Object.fromEntries([[name, value]]);
  return writeInline(object, { isFlow: true }).slice(2, -2);
}

function documentOf(value: JsonValue): Document {
  const document = new Document(value, {
    aliasDuplicateObjects: false,
  });
  visit(document, {
    Scalar: (_, node) => {
      if (typeof node.value === 'string' && needsQuotes(node.value)) {
        node.type = Scalar.QUOTE_DOUBLE;
      }
    },
  });
  return document;
}

function text(document: Document, indentSeq: boolean): string {
  const written = document.toString({ ...OPTIONS, indentSeq }).trimEnd();
  // Text with such a character is in double quotes.
  return written.replace(new RegExp(`(?!\n)${INVISIBLE.source}`, 'gu'), found =>
    escapePoint(found),
  );
}

/** Words that a reader of YAML 1.1 or 1.2 takes for something else than text, and what is not plainly words. */
function needsQuotes(value: string): boolean {
  if (INVISIBLE.test(value) || /^(<<|=)$/.test(value)) return true;
  return (['1.1', '1.2'] as const).some(
    version => stringify(value, { ...OPTIONS, version }) !== `${value}\n`,
  );
}
