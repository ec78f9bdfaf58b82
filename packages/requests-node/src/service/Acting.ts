// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type { RequestActionName } from '@fairway/requests-common';
import { type Look, refusalTo, refusalToRead } from './guards';
import type { RequestParts } from './parts';
import type { Loaded } from './Transitions';
import type { Caller } from './types';

/** Whether somebody may do something, asked of the directory at that moment; who tries without authority is written down. */
export class Acting {
  readonly #parts: RequestParts;

  constructor(parts: RequestParts) {
    this.#parts = parts;
  }

  async refsOf({ actor }: Caller): Promise<string[]> {
    const refs = await this.#parts.people.refsOf(actor.ref);
    return [...new Set([actor.ref, ...refs])];
  }

  /** @throws NotAllowedError `request-not-readable` */
  async reading(loaded: Loaded, caller: Caller): Promise<Look> {
    const look = { loaded, caller, refs: await this.refsOf(caller) };
    const refusal = refusalToRead(look);
    if (refusal) throw refusal;
    return look;
  }

  /** @throws why they may not read it, or not do it now */
  async doing(
    action: RequestActionName,
    loaded: Loaded,
    caller: Caller,
  ): Promise<Look> {
    const look = await this.reading(loaded, caller);
    const refusal = refusalTo(action, look);
    if (refusal) throw await this.refused(action, look, refusal);
    return look;
  }

  /** Writes an attempt without authority into the history. */
  async refused(
    action: RequestActionName,
    { loaded, caller }: Look,
    error: Error & { code?: unknown },
  ): Promise<Error> {
    if (error.name === 'NotAllowedError') {
      await this.#parts.store.appendEvent(loaded.request.id, {
        type: 'refused',
        actorRef: caller.actor.ref,
        data: { action, code: String(error.code ?? 'unknown') },
      });
    }
    return error;
  }
}
