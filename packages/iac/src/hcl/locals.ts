// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { JsonObject, JsonValue } from '@backstage/types';
import { shown } from '@fairway/errors';
import { iacError } from '../errors';
import { readLiteral } from './literal';
import { parseHcl } from './parse';

/**
 * The values of the `locals` blocks of a file such as `account.hcl` or `env.hcl`.
 * Other blocks and attributes are passed over.
 *
 * @throws hcl-syntax, locals-not-literal
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
        throw iacError('locals-not-literal', {
          name,
          line: range.line,
          text: shown(text.slice(start, end), 60),
        });
      }
      locals.set(name, literal.value);
    }
  }
  return Object.fromEntries(locals);
}
