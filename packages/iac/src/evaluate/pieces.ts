// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { HclExpression } from '../hcl/types';
import { Piece, PieceOrigin, Scope, Value } from './types';

/** The text of a value that is known as a whole. */
export function joined(value: Value | undefined): string | undefined {
  return value?.kind === 'text' && value.pieces.every(piece => !piece.isUnknown)
    ? value.pieces.map(({ text }) => text).join('')
    : undefined;
}

/** A part of a template that is not known, as it is written. */
export function unknown(
  { range }: HclExpression,
  { file }: Scope,
  origin: PieceOrigin,
): Piece {
  const text = `\${${file.hcl.text.slice(range.start, range.end)}}`;
  return { text, origin, isUnknown: true };
}

/** A literal as text, with its place where it is written without escapes. */
export function literal(
  { value, range }: HclExpression & { kind: 'literal' },
  scope: Scope,
  origin: PieceOrigin,
): Value | undefined {
  if (value === null) return undefined;
  const text = String(value);
  const { path, hcl } = scope.file;
  const isPlain = hcl.text.slice(range.start + 1, range.end - 1) === text;
  const place = { path, start: range.start + 1 };
  return {
    kind: 'text',
    pieces: [{ text, origin, ...(isPlain && { place }) }],
  };
}
