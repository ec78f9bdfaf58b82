// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { JsonValue } from '@backstage/types';
import { HclExpression, HclLiteral } from './types';

/**
 * The value of an expression that needs no evaluation: strings without templates,
 * numbers, true, false, null, and lists and objects of these. Anything else is
 * 'this is an expression', with the part of it that is one.
 *
 * @public
 */
export function readLiteral(expression: HclExpression): HclLiteral {
  switch (expression.kind) {
    case 'literal':
      return { isLiteral: true, value: expression.value };
    case 'list': {
      const values: JsonValue[] = [];
      for (const item of expression.items) {
        const literal = readLiteral(item);
        if (!literal.isLiteral) return literal;
        values.push(literal.value);
      }
      return { isLiteral: true, value: values };
    }
    case 'object': {
      const values: [string, JsonValue][] = [];
      for (const { name, key, value } of expression.entries) {
        if (name === undefined) return { isLiteral: false, expression: key };
        const literal = readLiteral(value);
        if (!literal.isLiteral) return literal;
        values.push([name, literal.value]);
      }
      return { isLiteral: true, value: Object.fromEntries(values) };
    }
    default:
      return { isLiteral: false, expression };
  }
}
