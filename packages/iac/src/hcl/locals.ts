// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { JsonObject, JsonValue } from '@backstage/types';
import { localsNotLiteral } from '../errors';
import { readLiteral } from './literal';
import { parseHcl } from './parse';

/**
 * The values of the `locals` blocks of a file such as `account.hcl` or `env.hcl`.
 * Other blocks and attributes are passed over.
 *
 * @throws HCL_SYNTAX, LOCALS_NOT_LITERAL
 * @public
 */
export async function readLocals(text: string): Promise<JsonObject> {
  const { body } = await parseHcl(text);
  const locals = new Map<string, JsonValue>();
  for (const block of body.blocks) {
    if (block.type !== 'locals') continue;
    for (const { name, value, range } of block.body.attributes) {
      const literal = readLiteral(value);
      if (!literal.isLiteral) {
        const { start, end } = literal.expression.range;
        throw localsNotLiteral({
          name,
          line: range.line,
          text: text.slice(start, end),
        });
      }
      locals.set(name, literal.value);
    }
  }
  return Object.fromEntries(locals);
}
