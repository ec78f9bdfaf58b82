// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { fold } from './names';
import { type Path, type Problems, written } from './problems';

const REF = /^(user|group):[a-z0-9._-]+\/[a-z0-9._-]+$/;

/** Folds a full user or group ref; undefined if it is not one. */
export function foldRef(ref: string, kind?: 'user' | 'group') {
  const folded = fold(ref);
  return REF.test(folded) && (!kind || folded.startsWith(`${kind}:`))
    ? folded
    : undefined;
}

/** Names of one kind, each with its aliases and only once. */
export class Names<T extends { name: string }> {
  readonly byName = new Map<string, T>();
  readonly #places = new Map<string, Path>();
  readonly #problems: Problems;
  readonly #what: string;

  constructor(what: string, problems: Problems) {
    this.#what = what;
    this.#problems = problems;
  }

  add(name: string, entry: T, path: Path, at: 'key' | 'value') {
    const folded = fold(name);
    const earlier = this.#places.get(folded);
    if (earlier) {
      this.#problems.error(
        path,
        `The ${this.#what} "${name}" is already at ${written(
          earlier,
        )}: write it once (names are compared without case)`,
        at,
      );
      return;
    }
    this.#places.set(folded, path);
    this.byName.set(folded, entry);
  }
}
