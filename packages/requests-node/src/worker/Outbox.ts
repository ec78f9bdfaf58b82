// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type { ServiceParts } from '../service/DefaultRequestService';
import type { OutboxMessage } from '../store/types';

/** Sends one message; an error means that it is tried again later. @public */
export type Deliver = (message: OutboxMessage) => Promise<void>;

const BATCH = 50;
/** Longer than a batch of slow receivers takes. */
const LEASE_MILLISECONDS = 10 * 60_000;
const FIRST_PAUSE_MILLISECONDS = 1_000;
const LONGEST_PAUSE_MILLISECONDS = 15 * 60_000;
/** About a day; a receiver that is gone for longer has missed it. */
const ATTEMPTS = 100;

/** Sends what transitions left to be sent. What cannot be sent holds up nobody. */
export class Outbox {
  readonly #service: ServiceParts;
  readonly #owner: string;
  readonly #deliver: Deliver;

  constructor(options: {
    service: ServiceParts;
    owner: string;
    deliver: Deliver;
  }) {
    this.#service = options.service;
    this.#owner = options.owner;
    this.#deliver = options.deliver;
  }

  /** Whether there may be more. */
  async run(): Promise<boolean> {
    const { store } = this.#service.parts;
    const messages = await store.takeOutbox({
      owner: this.#owner,
      limit: BATCH,
      forMilliseconds: LEASE_MILLISECONDS,
    });
    for (const message of messages) await this.#send(message);
    return messages.length === BATCH;
  }

  async #send(message: OutboxMessage): Promise<void> {
    const { store, clock, logger, metrics } = this.#service.parts;
    try {
      await this.#deliver(await this.#complete(message));
      metrics?.delivered(message.channel, 'sent');
    } catch (error) {
      const problem = (error as Error).message;
      metrics?.delivered(message.channel, 'failed');
      const about = `the ${message.channel} about request ${message.requestId}`;
      if (message.attempts < ATTEMPTS) {
        logger.warn(`Could not send ${about}; tried again later`, { problem });
        const pause = Math.min(
          FIRST_PAUSE_MILLISECONDS * 2 ** Math.max(0, message.attempts - 1),
          LONGEST_PAUSE_MILLISECONDS,
        );
        const until = new Date(clock().getTime() + pause);
        await store.postpone(message.id, { until, problem });
        return;
      }
      logger.error(`Gave up sending ${about}`, { problem });
    }
    await store.sent(message.id);
  }

  /** The auditor's log gets the head as it is by now: it covers everything before. */
  async #complete(message: OutboxMessage): Promise<OutboxMessage> {
    if (message.channel !== 'audit') return message;
    const events = await this.#service.parts.store.events(message.requestId);
    const head = events.at(-1);
    if (!head) return message;
    const { sequence, hash } = head;
    return { ...message, payload: { ...message.payload, sequence, hash } };
  }
}
