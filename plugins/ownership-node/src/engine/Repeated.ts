// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type { Problems } from './problems';

/** What equal lists come to, made once: most rules repeat what others have. */
export class Repeated<T extends object> {
  readonly #problems: Problems;
  readonly #ofOne = new Map<string, T>();
  readonly #ofMany = new Map<string, T>();

  constructor(problems: Problems) {
    this.#problems = problems;
  }

  /** A list with a problem is made again at each place, which reports it for itself. */
  once(values: readonly string[], make: () => T): T {
    const single = values.length === 1;
    const known = single ? this.#ofOne : this.#ofMany;
    const key = single ? values[0] : JSON.stringify(values);
    let made = known.get(key);
    if (!made) {
      const before = this.#problems.count;
      made = make();
      if (this.#problems.count === before) known.set(key, made);
    }
    return made;
  }
}
