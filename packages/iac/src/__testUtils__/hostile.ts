// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { JsonObject, JsonValue } from '@backstage/types';
import fc from 'fast-check';

/** Text that looks for a way out of a quoted string. */
export const hostileText = fc
  .array(
    fc.oneof(
      {
        weight: 3,
        arbitrary: fc.constantFrom(
          ...['${', '%{', '$${', '%%{', '$', '%', '{', '}', '"', '\\', '\\"'],
          ...['\n', '\r', '\t', '\r\n', '\u0001', '\u007f', '\u2028', '\u202e'],
          ...['\ufeff', '😀', '👩‍👩‍👧', 'é', 'e\u0301', '🏴󠁧󠁢󠁥󠁮󠁧󠁿', 'ß', '日本'],
          ...['${upper("x")}', '%{ if true }', '${run_cmd("id")}', '~}', ' '],
          ...['<<EOT\n', 'EOT', '#', '//', '/*', '*/', '\\u0024{', '\\', 'x'],
        ),
      },
      { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 5 }) },
    ),
    { maxLength: 12 },
  )
  .map(pieces => pieces.join('').replaceAll('\0', ''));

const number = fc.oneof(
  fc.integer(),
  fc.maxSafeInteger(),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.constantFrom(0, -1, 0.1, 1e21, -1e21, 1.5e-7, 2 ** 63, 5e-324, 1.7e308),
);

const distinctInNfc = (names: string[]) =>
  new Set(names.map(name => name.normalize('NFC'))).size === names.length;

/** Any JSON value with hostile text as strings and keys. */
export const hostileValue: fc.Arbitrary<JsonValue> = fc.letrec<{
  value: JsonValue;
  object: JsonObject;
}>(tie => ({
  value: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    hostileText,
    number,
    fc.boolean(),
    fc.constant(null),
    fc.array(tie('value'), { maxLength: 4 }),
    tie('object'),
  ),
  object: hostileObject(tie('value')),
})).value;

/** Inputs of a unit. */
export const hostileInputs: fc.Arbitrary<JsonObject> =
  hostileObject(hostileValue);

export function hostileObject(
  value: fc.Arbitrary<JsonValue>,
): fc.Arbitrary<JsonObject> {
  const name = fc.oneof(
    hostileText,
    fc.stringMatching(/^[a-z_]{1,8}$/),
    fc.constantFrom('for', 'null', 'true', 'a-b', '1', 'größe', '__proto__'),
  );
  return fc
    .uniqueArray(fc.tuple(name, value), {
      selector: ([key]) => key,
      maxLength: 5,
    })
    .filter(entries => distinctInNfc(entries.map(([key]) => key)))
    .map(entries => Object.fromEntries(entries) as JsonObject);
}

/** What JSON makes of a value: no negative zero. */
export const asJson = <T extends JsonValue>(value: T): T =>
  JSON.parse(JSON.stringify(value));
