// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { JsonObject, JsonValue } from '@backstage/types';
import { HclExpression } from '../hcl/types';

/**
 * The value of an expression that refers to nothing: literals, lists and objects of them, heredocs without templates,
 * parentheses.
 *
 * @returns undefined when it is more than that
 */
export function readConstant(
  expression: HclExpression,
  text: string,
): JsonValue | undefined {
  switch (expression.kind) {
    case 'literal':
      return expression.value;
    case 'list': {
      const items = expression.items.map(item => readConstant(item, text));
      return items.includes(undefined) ? undefined : (items as JsonValue[]);
    }
    case 'object': {
      const values: JsonObject = Object.create(null);
      for (const { name, value } of expression.entries) {
        const constant = readConstant(value, text);
        if (name === undefined || constant === undefined) return undefined;
        values[name] = constant;
      }
      return Object.fromEntries(Object.entries(values)) as JsonObject;
    }
    case 'template':
      return expression.heredoc &&
        expression.parts.every(part => part.kind === 'text')
        ? heredocText(text.slice(expression.range.start, expression.range.end))
        : undefined;
    case 'other': {
      const { operator, operands = [] } = expression.operation ?? {};
      return operator === '()' ? readConstant(operands[0], text) : undefined;
    }
    default:
      return undefined;
  }
}

/** https://github.com/hashicorp/hcl/blob/main/hclsyntax/spec.md#template-expressions */
function heredocText(heredoc: string): string {
  const [opening, ...lines] = heredoc.split('\n');
  // The closing word.
  lines.pop();
  const indents = lines
    .filter(line => line.trim() !== '')
    .map(line => /^[ \t]*/.exec(line)![0].length);
  const cut = opening.startsWith('<<-')
    ? Math.min(...(indents.length > 0 ? indents : [0]))
    : 0;
  return lines
    .map(line => `${line.slice(cut)}\n`)
    .join('')
    .replace(/([$%])\1\{/g, '$1{');
}
