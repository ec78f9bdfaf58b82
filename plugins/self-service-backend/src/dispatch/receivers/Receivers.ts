// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { selfServiceError } from '../../errors';
import type { Receiver } from './types';

/** The receivers of the configuration, and no others. */
export class Receivers {
  readonly #receivers: Map<string, Receiver>;

  static create(receivers: Receiver[]): Receivers {
    return new Receivers(
      new Map(receivers.map(receiver => [receiver.name, receiver])),
    );
  }

  private constructor(receivers: Map<string, Receiver>) {
    this.#receivers = receivers;
  }

  /** @throws InputError `dispatch-receiver-unknown` */
  get(name: string): Receiver {
    const found = this.#receivers.get(name);
    if (!found) {
      const known = [...this.#receivers.keys()].sort().join(', ');
      throw selfServiceError('dispatch-receiver-unknown', {
        receiver: name,
        known: known || 'none is configured',
      });
    }
    return found;
  }
}
