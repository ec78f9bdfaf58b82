// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type { JsonObject, JsonValue } from '@backstage/types';
import {
  type HclBody,
  type HclExpression,
  isIacError,
  parseHcl,
  readLiteral,
} from '@fairway/iac';
import { parseAllDocuments } from 'yaml';
import type { CheckedFile } from './types';

/** One file as a policy sees it, in `input.files`. */
export type RegoFile = {
  path: string;
  kind: 'terragrunt' | 'stack' | 'terraform' | 'hcl' | 'yaml' | 'json' | 'text';
  text: string;
  /**
   * Of HCL `{ attributes: { name: value }, blocks: [{ type, labels, line, attributes, blocks }] }`, where a value that is
   * an expression is `{ "expression": "local.name" }`; of YAML the documents as a list; of JSON the value. Null for what
   * does not parse, and for other texts.
   */
  parsed: JsonValue;
};

export function regoInput(files: CheckedFile[]): Promise<RegoFile[]> {
  return Promise.all(
    files.map(async ({ path, content }) => {
      const kind = kindOf(path);
      return {
        path,
        kind,
        text: content,
        parsed: await parsedOf(kind, content),
      };
    }),
  );
}

function kindOf(path: string): RegoFile['kind'] {
  const name = path.slice(path.lastIndexOf('/') + 1);
  if (name === 'terragrunt.hcl') return 'terragrunt';
  if (name === 'terragrunt.stack.hcl') return 'stack';
  const [, ending] = /\.([^.]+)$/.exec(name) ?? [];
  switch (ending) {
    case 'tf':
      return 'terraform';
    case 'hcl':
    case 'json':
      return ending;
    case 'yaml':
    case 'yml':
      return 'yaml';
    default:
      return 'text';
  }
}

async function parsedOf(
  kind: RegoFile['kind'],
  text: string,
): Promise<JsonValue> {
  try {
    switch (kind) {
      case 'text':
        return null;
      case 'json':
        return JSON.parse(text) as JsonValue;
      case 'yaml':
        return Array.from(parseAllDocuments(text), document => {
          if ('errors' in document && document.errors.length > 0) return null;
          return (document.toJS({ maxAliasCount: 100 }) ?? null) as JsonValue;
        });
      default:
        return bodyOf((await parseHcl(text)).body, text);
    }
  } catch (error) {
    if (isIacError(error) || error instanceof Error) return null;
    throw error;
  }
}

function bodyOf(body: HclBody, text: string): JsonObject {
  return {
    attributes: Object.fromEntries(
      body.attributes.map(({ name, value }) => [name, valueOf(value, text)]),
    ),
    blocks: body.blocks.map(({ type, labels, range, body: inner }) => ({
      type,
      labels,
      line: range.line,
      ...bodyOf(inner, text),
    })),
  };
}

function valueOf(value: HclExpression, text: string): JsonValue {
  const literal = readLiteral(value);
  if (literal.isLiteral) return literal.value;
  if (value.kind === 'list') {
    return value.items.map(item => valueOf(item, text));
  }
  if (
    value.kind === 'object' &&
    value.entries.every(({ name }) => name !== undefined)
  ) {
    return Object.fromEntries(
      value.entries.map(entry => [entry.name, valueOf(entry.value, text)]),
    );
  }
  return { expression: text.slice(value.range.start, value.range.end) };
}
