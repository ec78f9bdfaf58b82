// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { inspect } from 'node:util';

const SHOWN = '[secret]';

/**
 * A password or a private key. Whatever prints it, by accident or in a log,
 * prints `[secret]`.
 *
 * @public
 */
export class Secret {
  readonly #value: string;

  private constructor(value: string) {
    this.#value = value;
  }

  static create(value: string): Secret {
    return new Secret(value);
  }

  /** Only where it is handed to the other side. */
  reveal(): string {
    return this.#value;
  }

  toString(): string {
    return SHOWN;
  }

  toJSON(): string {
    return SHOWN;
  }

  [inspect.custom](): string {
    return SHOWN;
  }
}
