// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { Evaluator } from '../evaluate/Evaluator';
import { Repository } from '../evaluate/Repository';
import { Piece, Scope } from '../evaluate/types';
import { positionOf } from '../hcl/parse';
import { HclExpression } from '../hcl/types';
import { formOf, pieceOf, splitSource } from './sourceText';
import { ResolvedSource, VersionForm, VersionPlace } from './types';

type Read = Pick<
  ResolvedSource,
  'kind' | 'source' | 'version' | 'form' | 'place' | 'reason'
>;

/** Reads sources and versions, and where the version is written. */
export class SourceReader {
  readonly #repository: Repository;
  readonly #evaluator: Evaluator;

  constructor(repository: Repository, evaluator: Evaluator) {
    this.#repository = repository;
    this.#evaluator = evaluator;
  }

  source(expression: HclExpression, scope: Scope): Read {
    const pieces = this.#evaluator.text(expression, scope);
    if (!pieces) {
      return { kind: 'unknown', form: 'none', reason: why(expression, scope) };
    }
    const text = pieces.map(piece => piece.text).join('');
    const { kind, source, version } = splitSource(text);
    const unknown = pieces.find(({ isUnknown }) => isUnknown);
    const base = {
      kind,
      ...(unknown
        ? { reason: `${unknown.text} is not known before it is run` }
        : { source }),
    };
    if (!version) return { ...base, form: 'none' };
    const found = pieceOf(pieces, version);
    if (found?.piece.isUnknown) return { ...base, form: 'none' };
    const written = text.slice(version.start, version.end);
    return {
      ...base,
      ...(isKnown(pieces, version) ? { version: written } : {}),
      form: found ? formOf(pieces, found.piece) : 'interpolated-base',
      ...(found ? this.#placed(found.piece, found.start, written) : {}),
    };
  }

  /** A version that stands by itself. */
  version(
    expression: HclExpression,
    scope: Scope,
    form: VersionForm,
  ): Pick<Read, 'version' | 'form' | 'place' | 'reason'> {
    const pieces = this.#evaluator.text(expression, scope);
    if (!pieces || pieces.some(({ isUnknown }) => isUnknown)) {
      return { form, reason: why(expression, scope) };
    }
    const version = pieces.map(({ text }) => text).join('');
    const [piece, ...more] = pieces;
    return {
      form,
      version,
      ...(piece && more.length === 0 ? this.#placed(piece, 0, version) : {}),
    };
  }

  #placed(piece: Piece, from: number, text: string): { place?: VersionPlace } {
    const file = piece.place && this.#repository.file(piece.place.path);
    if (!piece.place || !file) return {};
    const start = piece.place.start + from;
    return {
      place: {
        path: piece.place.path,
        start,
        end: start + text.length,
        ...positionOf(file.hcl.text, start),
        text,
      },
    };
  }
}

function isKnown(
  pieces: readonly Piece[],
  range: { start: number; end: number },
): boolean {
  let at = 0;
  return pieces.every(({ text, isUnknown }) => {
    const start = at;
    at += text.length;
    return !isUnknown || at <= range.start || start >= range.end;
  });
}

function why({ range }: HclExpression, { file }: Scope): string {
  const text = file.hcl.text.slice(range.start, range.end);
  return `${text} is not known before it is run`;
}
