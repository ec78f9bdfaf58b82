// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type { PolicyProblem } from '@fairway/backstage-plugin-ownership-common';
import type { SourceMap } from './yamlSource';

export type Path = readonly (string | number)[];

/** Collects what is wrong with one file, each with its place. */
export class Problems {
  readonly #source: SourceMap;
  readonly #found: PolicyProblem[] = [];
  readonly #foreign: PolicyProblem[] = [];

  constructor(source: SourceMap) {
    this.#source = source;
  }

  get count(): number {
    return this.#found.length + this.#foreign.length;
  }

  /** `at: 'key'` points at the key of the last path segment instead of its value. */
  error(path: Path, message: string, at: 'key' | 'value' = 'value') {
    this.#found.push({
      severity: 'error',
      file: this.#source.name,
      ...this.#source.place(path, at),
      message: path.length ? `${written(path)}: ${message}` : message,
    });
  }

  /** What is wrong with a file that belongs to this one. */
  include(problems: readonly PolicyProblem[]) {
    this.#foreign.push(...problems);
  }

  /** In the order of the file; those of other files last. */
  list(): PolicyProblem[] {
    return [...[...this.#found].sort(byPlace), ...this.#foreign];
  }
}

export function byPlace(a: PolicyProblem, b: PolicyProblem): number {
  return (a.line ?? 0) - (b.line ?? 0) || (a.column ?? 0) - (b.column ?? 0);
}

/** `rules[2].in[0]`. */
export function written(path: Path): string {
  return path
    .map((segment, index) => {
      if (typeof segment === 'number') return `[${segment}]`;
      return index ? `.${segment}` : segment;
    })
    .join('');
}
