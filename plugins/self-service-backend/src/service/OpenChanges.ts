// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type { OwnershipSubject } from '@fairway/backstage-plugin-ownership-common';
import type { ChangeStore } from '../database/ChangeStore';
import type { NewChange, StoredChange } from '../database/types';
import { selfServiceError } from '../errors';
import { mayRead } from './changeAccess';
import type { ChangeReader } from './ChangeReader';

/** After this time nobody is writing a change any more: the process died, and a change that Git never saw gives way. */
const WRITING_MILLISECONDS = 10 * 60 * 1000;
const ATTEMPTS = 20;

/** Who asks, for what the refusal may tell. */
export interface Asker {
  subject: OwnershipSubject;
  administrators: string[];
}

/**
 * One open change per target. That a change was merged or closed is known to the host alone, so a target is let go of
 * when the next change wants it: what holds it is a unique key, so of many that come at once one gets it.
 */
export class OpenChanges {
  readonly #store: ChangeStore;
  readonly #reader: ChangeReader;
  readonly #clock: () => Date;

  static create(options: {
    store: ChangeStore;
    reader: ChangeReader;
    clock: () => Date;
  }): OpenChanges {
    return new OpenChanges(options);
  }

  private constructor(options: {
    store: ChangeStore;
    reader: ChangeReader;
    clock: () => Date;
  }) {
    this.#store = options.store;
    this.#reader = options.reader;
    this.#clock = options.clock;
  }

  /**
   * Keeps a new change, or answers the earlier one of its key.
   *
   * @throws ConflictError `change-open`; ServiceUnavailableError `host-unavailable`
   */
  async keep(
    change: NewChange,
    asker: Asker,
  ): Promise<{ change: StoredChange; created: boolean }> {
    for (let attempt = 1; ; attempt++) {
      const inserted = await this.#store.insert(change);
      if (!inserted.heldBy) return inserted;
      await this.#letGo(inserted.heldBy, { change, asker, attempt });
    }
  }

  /** Takes the targets of a change that is written again; the same errors as {@link OpenChanges.keep}. */
  async resume(change: StoredChange, asker: Asker): Promise<void> {
    for (let attempt = 1; ; attempt++) {
      const heldBy = await this.#store.hold(change);
      if (!heldBy) return;
      await this.#letGo(heldBy, { change, asker, attempt });
    }
  }

  async #letGo(
    holder: StoredChange,
    options: { change: NewChange; asker: Asker; attempt: number },
  ): Promise<void> {
    const { change, asker, attempt } = options;
    if (attempt < ATTEMPTS && !(await this.#isOpen(holder))) {
      await this.#store.release(holder.id);
      return;
    }
    const held = new Set(holder.targets.map(({ path }) => path));
    const { number, id, title, requesterRef } = holder;
    const readable = mayRead(holder, asker);
    throw selfServiceError(
      'change-open',
      {
        path: change.targets.find(({ path }) => held.has(path))?.path ?? '',
        change: readable
          ? `number ${number}, "${title}" (${id}), by "${requesterRef}"`
          : `number ${number}, which you may not read`,
      },
      readable ? { details: { change: { number, id, requesterRef } } } : {},
    );
  }

  async #isOpen(change: StoredChange): Promise<boolean> {
    const { state, updatedAt } = change;
    const age = this.#clock().getTime() - updatedAt.getTime();
    if (state === 'proposing' && age < WRITING_MILLISECONDS) return true;
    const hosted = await this.#reader.hostedState(change);
    return hosted === undefined ? state === 'open' : hosted === 'open';
  }
}
