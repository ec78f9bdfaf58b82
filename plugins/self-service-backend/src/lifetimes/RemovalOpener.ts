// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

// Opens the ordinary request that removes what has come to its end, a change of Git, or a dispatch to who made it, in the
// name of somebody who may ask for it: whoever ordered it, else somebody of the group that owns it. One request for each end, over restarts and replicas: the
// key is made of the resource and the number of its end, and only who won the row opens it.
import { isError } from '@backstage/errors';
import type { JsonObject } from '@backstage/types';
import {
  CHANGE_KIND,
  DISPATCH_KIND,
  type DispatchPayload,
  lifetimeInWords,
} from '@fairway/backstage-plugin-self-service-common';
import {
  isRequestError,
  type RequestEngine,
  type StoredRequest,
} from '@fairway/requests-node';
import { wordsOf } from '../errors';
import type { People } from '../people/People';
import type { Repositories } from '../repositories/Repositories';
import type { Dispatched } from '../dispatch/DispatchedStore';
import type { Held } from '../resources/Holdings';
import type { Resource } from '../resources/ResourceStore';
import { removalFiles } from './removalFiles';
import { inWords } from './times';
import { LIFETIMES_ACTOR } from './turns';
import type { Lifetime } from './types';

/** People of the owning group who are tried. */
const CANDIDATES = 20;

/** What came of an attempt to open it. */
export type Opened =
  | { what: 'opened'; request: StoredRequest }
  /** Nothing is there that could be removed. */
  | { what: 'gone' }
  /** Not now: a freeze, another request, what still needs it. */
  | { what: 'held'; because: string };

export class RemovalOpener {
  readonly #options: RemovalOpenerOptions;

  static create(options: RemovalOpenerOptions): RemovalOpener {
    return new RemovalOpener(options);
  }

  private constructor(options: RemovalOpenerOptions) {
    this.#options = options;
  }

  /** @throws what does not answer now: the host, the catalog, the policy */
  async open(resource: Held, life: Lifetime): Promise<Opened> {
    const { engine } = this.#options;
    const idempotencyKey = `lifetime:${resource.id}:${life.generation}`;
    const candidates = await this.#candidates(resource);
    for (const requesterRef of candidates) {
      const known = await engine.store.getByIdempotencyKey({
        requesterRef,
        idempotencyKey,
      });
      // One that was left a draft when the process died is submitted below.
      if (known && known.decision !== 'draft') {
        return { what: 'opened', request: known };
      }
    }
    const removal =
      resource.repoUrl === undefined
        ? { kind: DISPATCH_KIND, payload: dispatchOf(resource) }
        : await this.#changeOf(resource);
    if ('what' in removal) return removal;
    let because = 'Nobody is left who could ask for its removal.';
    for (const [index, requesterRef] of candidates.entries()) {
      try {
        const request = await engine.service.openOnBehalf(
          {
            ...removal,
            idempotencyKey,
            justification: `Its lifetime of ${lifetimeInWords(
              life.duration,
            )} ended on ${inWords(life.expiresAt)}.`,
          },
          { requesterRef, actorRef: LIFETIMES_ACTOR },
        );
        return { what: 'opened', request };
      } catch (error) {
        if (isRequestError(error, 'resource-busy')) {
          return { what: 'held', because: wordsOf(error) };
        }
        if (!isRefusal(error)) throw error;
        // Whoever ordered it is answered in words that the owners understand best.
        if (index === 0) because = wordsOf(error);
      }
    }
    return { what: 'held', because };
  }

  /** Files that go, unless it is gone or needed. */
  async #changeOf(
    resource: Resource,
  ): Promise<
    { kind: string; payload: JsonObject } | Exclude<Opened, { what: 'opened' }>
  > {
    const { files, dependents } = await removalFiles(resource, this.#options);
    if (files.length === 0) return { what: 'gone' };
    if (dependents.length > 0) {
      const because = `Other units need it: ${dependents.join(', ')}.`;
      return { what: 'held', because };
    }
    const { ownerRef, path, repoUrl } = resource;
    const payload = {
      repoUrl,
      files,
      ...(ownerRef && { ownerRef }),
      description: `The lifetime of ${path} has ended. Nobody asked for its removal by hand: the portal did, as it was ordered.`,
    };
    return { kind: CHANGE_KIND, payload: payload as JsonObject };
  }

  async #candidates({ requesterRef, ownerRef }: Held): Promise<string[]> {
    const { people } = this.#options;
    const members = ownerRef?.startsWith('group:')
      ? await people.membersOf(ownerRef, { limit: CANDIDATES })
      : [];
    return [...new Set([requesterRef, ...members.sort()])];
  }
}

export interface RemovalOpenerOptions {
  engine: Pick<RequestEngine, 'service' | 'store'>;
  people: Pick<People, 'membersOf'>;
  repositories: Repositories;
}

/** Who made it is told to take it away, with what they were told when it was made. */
function dispatchOf(made: Dispatched): DispatchPayload {
  const { environment, ownerRef, receiver, resource, service, values } = made;
  return {
    ...{ receiver, environment, service, resource, values },
    operation: 'delete',
    ...(ownerRef && { ownerRef }),
  };
}

/** Somebody may not, or it cannot be; rather than that something does not answer. */
function isRefusal(error: unknown): boolean {
  return (
    isError(error) &&
    ['NotAllowedError', 'InputError', 'NotFoundError'].includes(error.name)
  );
}
