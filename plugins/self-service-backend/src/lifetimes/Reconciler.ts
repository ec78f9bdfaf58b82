// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

// Reads again what is in Git, so that what nobody told the portal is known all the same: a unit that somebody took away
// by hand, one that came back, an end that was ordered before ends were kept.
import type { LoggerService } from '@backstage/backend-plugin-api';
import type { Clock } from '@fairway/requests-node';
import { wordsOf } from '../errors';
import type { Repositories } from '../repositories/Repositories';
import type { Holdings } from '../resources/Holdings';
import type { Resource, ResourceStore } from '../resources/ResourceStore';
import { beginLifetime } from './beginLifetime';
import type { LifetimeStore } from './LifetimeStore';
import { isInGit } from './removalFiles';
import { after } from './times';
import { LIFETIMES_ACTOR, said } from './turns';
import { DEFAULT_TERMS } from './types';

/** The catalog shows as long that something is gone. */
const SHOWN_GONE = 'P7D';

export interface ReconcilerOptions {
  resources: ResourceStore;
  /** Beside those. */
  held: Pick<Holdings, 'list'>;
  lifetimes: LifetimeStore;
  repositories: Repositories;
  clock: Clock;
  logger: LoggerService;
  moved: () => Promise<void>;
}

export class Reconciler {
  readonly #options: ReconcilerOptions;

  static create(options: ReconcilerOptions): Reconciler {
    return new Reconciler(options);
  }

  private constructor(options: ReconcilerOptions) {
    this.#options = options;
  }

  /** A repository that cannot be read leaves its resources as they are. */
  async round(signal?: AbortSignal): Promise<void> {
    const { logger, moved, resources } = this.#options;
    const all = await resources.list();
    await this.#beginEnds();
    let changes = 0;
    for (const repoUrl of new Set(all.map(each => each.repoUrl))) {
      if (signal?.aborted) return;
      try {
        changes += await this.#compare(
          repoUrl,
          all.filter(each => each.repoUrl === repoUrl),
        );
      } catch (error) {
        logger.warn(`What is in "${repoUrl}" cannot be compared now`, {
          problem: wordsOf(error),
        });
      }
    }
    if (changes > 0) await moved();
  }

  /** Answers how many are otherwise than they were. */
  async #compare(repoUrl: string, some: Resource[]): Promise<number> {
    const { clock, repositories, resources } = this.#options;
    const { host, repository } = repositories.writable(repoUrl);
    const branch = await host.defaultBranch(repository);
    // After the resources were read: what was merged meanwhile is there, rather than missed.
    const ref = await host.resolve(repository, `refs/heads/${branch}`);
    if (!ref) return 0;
    const tree = await host.readTree(repository, { ref });
    const paths = new Set(tree.map(({ path }) => path));
    const now = clock();
    let changes = 0;
    for (const resource of some) {
      const { goneAt, path } = resource;
      const isThere = await isInGit(resource, { host, repository, ref, paths });
      if (!isThere && goneAt && after(goneAt, SHOWN_GONE) <= now) {
        await resources.forget(resource);
      } else if (isThere !== !goneAt) {
        const message = isThere
          ? `"${path}" is in Git again, at ${ref}.`
          : `"${path}" is not in Git any more, at ${ref}, and no request has removed it.`;
        await resources.markGone(resource, {
          ...(!isThere && { goneAt: now }),
          event: {
            ...said(isThere ? 'found-again' : 'gone', message, now),
            tell: true,
          },
        });
      } else {
        continue;
      }
      changes += 1;
    }
    return changes;
  }

  async #beginEnds(): Promise<void> {
    const { held, lifetimes } = this.#options;
    const ending = (await held.list()).filter(({ lifetime }) => lifetime);
    const known = await lifetimes.list();
    for (const resource of ending) {
      const { id, lifetime, requestId, settledAt } = resource;
      if (!lifetime || known.has(id)) continue;
      await beginLifetime(lifetimes, {
        resourceId: id,
        duration: lifetime,
        startedAt: settledAt,
        terms: DEFAULT_TERMS,
        by: { actorRef: LIFETIMES_ACTOR, at: this.#options.clock(), requestId },
      });
    }
  }
}
