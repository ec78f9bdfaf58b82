// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

// The one way in which a request changes: load everything, check and decide on what was loaded, and write it under
// compare-and-set. When somebody else was faster, all of it is done again on what they left.
import type { RecordedDecision, RequestStep } from '@fairway/requests-common';
import { isRequestError, requestError } from '../errors';
import {
  type RequestTransition,
  transitionFailpoint,
} from '../failpoints/failpointsOf';
import type { StoredRequest, Transition } from '../store/types';
import type { RequestParts } from './parts';

/** How often a transition starts over because others were faster. */
const ATTEMPTS = 20;

/** A request with what decides about its next move. */
export interface Loaded {
  request: StoredRequest;
  decisions: RecordedDecision[];
  steps: RequestStep[];
}

/** What is written. */
export type Change = Omit<Transition, 'rowVersion' | 'fence'> & {
  /** The caller is refused all the same, once it is written. */
  refuse?: Error;
  /** Nothing that anybody would look at again for. */
  quiet?: boolean;
};

/** How a transition is written. */
export interface ApplyOptions {
  /** The lease of a worker. */
  fence?: number;
  failpoints?: { before?: string; committed?: string };
  /** Gives nothing to leave the request as it is. May run several times. */
  decide(loaded: Loaded): Promise<Change | undefined>;
}

const refreshed = (requestId: string): Transition['outbox'] & object => [
  { channel: 'signal', payload: { requestId } },
];

/** The new head of the chain goes to the auditor's log; it is looked up when it is sent. */
const audited = (requestId: string): Transition['outbox'] & object => [
  { channel: 'audit', payload: { requestId } },
];

export class Transitions {
  readonly #parts: RequestParts;

  constructor(parts: RequestParts) {
    this.#parts = parts;
  }

  /** @throws NotFoundError `request-not-found` */
  async load(id: string): Promise<Loaded> {
    const { store } = this.#parts;
    const request = await store.get(id);
    if (!request) throw requestError('request-not-found', { id });
    const [decisions, steps] = await Promise.all([
      store.decisions(id),
      store.steps(id),
    ]);
    return { request, decisions, steps };
  }

  /** A transition that is no step. */
  named(
    name: RequestTransition,
    id: string,
    options: Omit<ApplyOptions, 'failpoints'>,
  ): Promise<StoredRequest> {
    return this.apply(id, {
      ...options,
      failpoints: {
        before: transitionFailpoint(name, 'before'),
        committed: transitionFailpoint(name, 'committed'),
      },
    });
  }

  async apply(id: string, options: ApplyOptions): Promise<StoredRequest> {
    const { store, failpoints } = this.#parts;
    for (let attempt = 1; ; attempt++) {
      const loaded = await this.load(id);
      const change = await options.decide(loaded);
      if (!change) return loaded.request;

      const { refuse, quiet, ...transition } = change;
      if (options.failpoints?.before) {
        await failpoints.hit(options.failpoints.before);
      }
      let written: StoredRequest;
      try {
        written = await store.transition(id, {
          ...transition,
          rowVersion: loaded.request.rowVersion,
          fence: options.fence,
          outbox: [
            ...(transition.outbox ?? []),
            ...(quiet ? [] : refreshed(id)),
            ...(transition.events.length > 0 ? audited(id) : []),
          ],
        });
      } catch (error) {
        if (attempt < ATTEMPTS && isRequestError(error, 'request-moved')) {
          continue;
        }
        throw error;
      }
      if (options.failpoints?.committed) {
        await failpoints.hit(options.failpoints.committed);
      }
      for (const { type } of transition.events) {
        this.#parts.metrics?.moved(written.kind, type);
      }
      this.#parts.nudge();
      if (refuse) throw refuse;
      return written;
    }
  }
}
