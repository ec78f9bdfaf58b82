// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { encodeHclValue } from '../hcl/encode';
import { findInvisible } from '../hcl/invisible';
import { encodeKey } from '../hcl/keys';
import { parseHcl } from '../hcl/parse';
import { quoteText, unquoteText } from '../hcl/quote';
import { HclExpression } from '../hcl/types';
import { isIacError } from '../errors';

/** @public */
export type ExpressionVerdict =
  | { isAllowed: true; expression: string }
  | { isAllowed: false; reason: string };

/** What a reference may begin with: names that are given to a file, none that runs or reads anything. */
const ROOTS = new Set([
  ...['var', 'local', 'module', 'data', 'each', 'count', 'path'],
  ...['dependency', 'include', 'values', 'feature', 'unit', 'stack'],
]);

/**
 * Whether a text is an expression of the closed list: references (`dependency.network.outputs.id`,
 * `local.region`, `values.version`), literals, `find_in_parent_folders("root.hcl")`, `dirname(…)` of that, quoted
 * text with these in `${…}`, lists and objects of them. Nothing on the list runs a command, reads a file's text or the
 * environment. What comes back is written anew from what was understood, on one line.
 *
 * @returns the expression to write, or the reason why not, as the end of a sentence that begins with the expression
 * @public
 */
export async function allowedExpression(
  text: string,
): Promise<ExpressionVerdict> {
  if (text.length > 2_000) return refuse('is longer than 2,000 characters');
  if (/[\r\n]/.test(text)) return refuse('has more than one line');
  if (findInvisible(text)) return refuse('has an invisible character');
  let value: HclExpression;
  try {
    const { body, form } = await parseHcl(`expression = ${text}\n`);
    const [attribute] = body.attributes;
    if (form !== 'body' || body.attributes.length + body.blocks.length !== 1) {
      return refuse('is more than one expression');
    }
    value = attribute.value;
  } catch (error) {
    if (!isIacError(error)) throw error;
    return refuse('is not an expression');
  }
  const written = write(value);
  return typeof written === 'string'
    ? { isAllowed: true, expression: written }
    : written;
}

type Refusal = { isAllowed: false; reason: string };

function refuse(reason: string): Refusal {
  return { isAllowed: false, reason };
}

function write(expression: HclExpression): string | Refusal {
  switch (expression.kind) {
    case 'literal':
      return encodeHclValue(expression.value);
    case 'reference':
      return reference(expression.path);
    case 'call':
      return call(expression);
    case 'list':
      return join(
        expression.items.map(write),
        items => `[${items.join(', ')}]`,
      );
    case 'object':
      return join(
        expression.entries.map(({ name, value }) =>
          name === undefined
            ? refuse('has a key that is an expression')
            : join(
                [write(value)],
                ([item]) => `${encodeKey(name).key} = ${item}`,
              ),
        ),
        items => (items.length === 0 ? '{}' : `{ ${items.join(', ')} }`),
      );
    case 'template':
      return template(expression);
    default:
      return refuse(`has ${expression.what}, which is not on the list`);
  }
}

function reference(path: string[]): string | Refusal {
  if (!ROOTS.has(path[0])) {
    return refuse(`refers to "${path[0]}", which is not on the list`);
  }
  return path.every(step => /^[A-Za-z_][A-Za-z0-9_-]*$/.test(step)) &&
    path.length > 1
    ? path.join('.')
    : refuse(`has the reference "${path.join('.')}", which is not plain`);
}

function call(expression: HclExpression & { kind: 'call' }): string | Refusal {
  const { name, arguments: given } = expression;
  const [first, ...more] = given;
  if (name === 'find_in_parent_folders' && more.length === 0) {
    return first?.kind === 'literal' &&
      typeof first.value === 'string' &&
      /^[A-Za-z0-9_][A-Za-z0-9_.-]*$/.test(first.value)
      ? `find_in_parent_folders("${first.value}")`
      : refuse('calls find_in_parent_folders with other than a file name');
  }
  if (name === 'dirname' && more.length === 0 && first?.kind === 'call') {
    return first.name === 'find_in_parent_folders'
      ? join([call(first)], ([inner]) => `dirname(${inner})`)
      : refuse(`calls "${first.name}", which is not on the list`);
  }
  return refuse(`calls "${name}", which is not on the list`);
}

function template(
  expression: HclExpression & { kind: 'template' },
): string | Refusal {
  if (expression.heredoc) return refuse('is a heredoc');
  const parts = expression.parts.map(part => {
    if (part.kind === 'directive') return refuse('has a directive, %{');
    if (part.kind === 'text') {
      const text = unquoteText(part.text);
      return text === undefined
        ? refuse('has text that can be read in more than one way')
        : quoteText(text);
    }
    const { kind } = part.expression;
    return kind === 'reference' || kind === 'call'
      ? join([write(part.expression)], ([inner]) => `\${${inner}}`)
      : refuse('has more than a reference in ${…}');
  });
  // "$" right before "${" is read as its escape by some.
  const isAmbiguous = expression.parts.some(
    (part, index) =>
      part.kind === 'text' &&
      part.text.endsWith('$') &&
      expression.parts[index + 1]?.kind === 'interpolation',
  );
  return isAmbiguous
    ? refuse('has $ right before ${')
    : join(parts, pieces => `"${pieces.join('')}"`);
}

function join(
  parts: (string | Refusal)[],
  made: (parts: string[]) => string,
): string | Refusal {
  const refused = parts.find(
    (part): part is Refusal => typeof part !== 'string',
  );
  return refused ?? made(parts as string[]);
}
