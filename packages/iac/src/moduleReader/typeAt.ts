// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { TypeConstraint } from './types';

/** The type of a part of a value; `[]` is every item. Undefined where there is no such part, or it is of any type. */
export function typeAt(
  type: TypeConstraint,
  path: readonly string[],
): TypeConstraint | undefined {
  let at: TypeConstraint | undefined = type;
  for (const step of path) {
    if (at === undefined) return undefined;
    if (step === '[]') {
      at =
        at.kind === 'list' || at.kind === 'set' || at.kind === 'map'
          ? at.of
          : undefined;
    } else {
      at =
        at.kind === 'object'
          ? at.attributes.find(({ name }) => name === step)?.type
          : undefined;
    }
  }
  return at;
}
