// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

// Opens the ordinary change request that removes what has come to its end, in the name of somebody who may ask for it:
// whoever ordered it, else somebody of the group that owns it. One request for each end, over restarts and replicas: the
// key is made of the resource and the number of its end, and only who won the row opens it.
import { isError } from '@backstage/errors';
import { CHANGE_KIND } from '@fairway/backstage-plugin-self-service-common';
import {
  isRequestError,
  type RequestEngine,
  type StoredRequest,
} from '@fairway/requests-node';
import { wordsOf } from '../errors';
import type { People } from '../people/People';
import type { Repositories } from '../repositories/Repositories';
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
  async open(resource: Resource, life: Lifetime): Promise<Opened> {
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
    const { files, dependents } = await removalFiles(resource, this.#options);
    if (files.length === 0) return { what: 'gone' };
    if (dependents.length > 0) {
      const because = `Other units need it: ${dependents.join(', ')}.`;
      return { what: 'held', because };
    }
    let because = 'Nobody is left who could ask for its removal.';
    for (const [index, requesterRef] of candidates.entries()) {
      try {
        const request = await engine.service.openOnBehalf(
          {
            kind: CHANGE_KIND,
            idempotencyKey,
            justification: `Its lifetime of ${life.duration} ended on ${inWords(
              life.expiresAt,
            )}.`,
            payload: {
              repoUrl: resource.repoUrl,
              files,
              ...(resource.ownerRef && { ownerRef: resource.ownerRef }),
              description: `The lifetime of ${resource.path} has ended. Nobody asked for its removal by hand: the portal did, as it was ordered.`,
            },
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

  async #candidates({ requesterRef, ownerRef }: Resource): Promise<string[]> {
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

/** Somebody may not, or it cannot be; rather than that something does not answer. */
function isRefusal(error: unknown): boolean {
  return (
    isError(error) &&
    ['NotAllowedError', 'InputError', 'NotFoundError'].includes(error.name)
  );
}
