// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

// What plain Terraform and stacks may hold where a change writes them: text, numbers, lists, maps and references. Nothing
// is called, so nothing is read or run.
import {
  type HclBlock,
  type HclBody,
  type HclExpression,
  type HclRange,
  isIacError,
  parseHcl,
} from '@fairway/iac';
import { selfServiceError } from '../errors';

/** A file whose code is looked at. */
export interface CodeFile {
  path: string;
  content: string;
}

/** Refuses a place in a file. */
export function refuseCode(
  { path, content }: CodeFile,
  { line, column }: Pick<HclRange, 'line' | 'column'>,
  problem: string,
) {
  const text = content.split('\n')[line - 1]?.trim() ?? '';
  return selfServiceError(
    'code-refused',
    { path, line, column, text, problem },
    { line, column },
  );
}

/** @throws NotAllowedError `code-refused` for what does not parse, or is one object as in JSON */
export async function parseCode(file: CodeFile): Promise<HclBody> {
  try {
    const { body, form } = await parseHcl(file.content);
    if (form === 'object') {
      throw refuseCode(
        file,
        { line: 1, column: 1 },
        'the whole file is one object, as in JSON; write blocks',
      );
    }
    return body;
  } catch (error) {
    if (!isIacError(error)) throw error;
    const { line = 1, column = 1, message } = error;
    throw refuseCode(file, { line, column }, message);
  }
}

export function textOf({ content }: CodeFile, { range }: HclBlock): string {
  return content.slice(range.start, range.end);
}

/** The first part of an expression that is more than values and references to the given roots. */
export function notPlain(
  value: HclExpression,
  roots: ReadonlySet<string>,
): HclExpression | undefined {
  const first = (values: HclExpression[]) =>
    values.map(each => notPlain(each, roots)).find(Boolean);
  switch (value.kind) {
    case 'literal':
      return undefined;
    case 'list':
      return first(value.items);
    case 'object':
      return first(
        value.entries.flatMap(({ name, key, value: item }) =>
          name === undefined ? [key, item] : [item],
        ),
      );
    case 'reference':
      return roots.has(value.path[0]) ? undefined : value;
    case 'template':
      if (value.heredoc || value.calls.length > 0) return value;
      return value.parts.some(
        part =>
          part.kind === 'directive' ||
          (part.kind === 'interpolation' && notPlain(part.expression, roots)),
      )
        ? value
        : undefined;
    default:
      return value;
  }
}
