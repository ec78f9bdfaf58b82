// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { requestError } from '../errors';
import type { RequestKind } from '../types';

/** The kinds of request that a plugin knows. */
export class Kinds {
  readonly #kinds: ReadonlyMap<string, RequestKind>;

  /** @throws where two kinds have one name */
  static create(kinds: RequestKind[]): Kinds {
    const byName = new Map(kinds.map(kind => [kind.kind, kind]));
    if (byName.size !== kinds.length) {
      throw new Error('Two kinds of request have the same name.');
    }
    return new Kinds(byName);
  }

  private constructor(kinds: ReadonlyMap<string, RequestKind>) {
    this.#kinds = kinds;
  }

  /** @throws InputError `request-kind-unknown` */
  get(kind: string): RequestKind {
    const found = this.#kinds.get(kind);
    if (found) return found;
    throw requestError('request-kind-unknown', {
      kind,
      known: [...this.#kinds.keys()].join(', '),
    });
  }
}
