// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { iacError } from '../errors';
import { MAX_DEPTH } from './depth';
import { Syntax } from './Syntax';
import { HclExpression, HclRange } from './types';

/** The name that a key stands for; undefined where it is an expression. */
export function nameOf(key: HclExpression): string | undefined {
  if (key.kind === 'literal' && typeof key.value === 'string') return key.value;
  return key.kind === 'reference' && key.path.length === 1
    ? key.path[0]
    : undefined;
}

// Nothing but comments can stand before the key of an entry, and behind its value.
export function keyOf(entry: Syntax): Syntax {
  return entry.parts[0];
}

export function valueOf(entry: Syntax): Syntax {
  return entry.parts[entry.parts.length - 1];
}

export function rangeOf(syntax: Syntax, end = syntax.end): HclRange {
  const { startPosition } = syntax.node;
  return {
    start: syntax.start,
    end,
    line: startPosition.row + 1,
    column: startPosition.column + 1,
  };
}

export function tooDeep() {
  return iacError('hcl-too-large', { what: 'levels', limit: MAX_DEPTH });
}
