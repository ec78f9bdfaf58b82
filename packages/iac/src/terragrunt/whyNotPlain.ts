// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { readLiteral } from '../hcl/literal';
import { HclExpression, HclRange } from '../hcl/types';
import { UnitFindingCode } from './facts';

export interface Reason {
  code: UnitFindingCode;
  range: HclRange;
  message: string;
}

const call = (name: string, range: HclRange): Reason => ({
  code: 'function-not-allowed',
  range,
  message: `The function "${name}" is not allowed here. Write the value itself`,
});

const plain = (what: string, range: HclRange): Reason => ({
  code: 'expression',
  range,
  message: `Here stands ${what}, which is not a plain value. Write the value itself`,
});

const orExpression = (reasons: Reason[], range: HclRange): Reason[] =>
  reasons.length > 0 ? reasons : [plain('an expression', range)];

const isExpression = (value: HclExpression) => !readLiteral(value).isLiteral;

/** Why an expression is more than a value: the calls in it, each by name, otherwise what it is. Never empty. */
export function whyNotPlain(expression: HclExpression): Reason[] {
  const { range } = expression;
  switch (expression.kind) {
    case 'call':
      return [
        call(expression.name, range),
        ...expression.arguments.filter(isExpression).flatMap(whyNotPlain),
      ];
    case 'list':
      return orExpression(
        expression.items.filter(isExpression).flatMap(whyNotPlain),
        range,
      );
    case 'object':
      return orExpression(
        expression.entries
          .flatMap(({ name, key, value }) => [
            ...(name === undefined ? [key] : []),
            value,
          ])
          .filter(isExpression)
          .flatMap(whyNotPlain),
        range,
      );
    case 'template': {
      const code = expression.heredoc ? 'heredoc' : 'template';
      const what = expression.heredoc
        ? 'A heredoc'
        : 'A template (${…} or %{…})';
      return [
        {
          code,
          range,
          message: `${what} is not allowed here. Write the text itself, with $\${ for \${`,
        },
        ...expression.calls.map(({ name, range: at }) => call(name, at)),
      ];
    }
    case 'other':
      return expression.calls.length > 0
        ? expression.calls.map(({ name, range: at }) => call(name, at))
        : [plain(expression.what, range)];
    case 'reference':
      return [plain(`the reference "${expression.path.join('.')}"`, range)];
    default:
      return [plain('a value', range)];
  }
}
