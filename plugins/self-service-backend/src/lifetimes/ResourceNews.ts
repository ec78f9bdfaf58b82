// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type { LoggerService } from '@backstage/backend-plugin-api';
import type { NotificationService } from '@backstage/plugin-notifications-node';
import type { Clock } from '@fairway/requests-node';
import { settledNames } from '../entities/resourceNames';
import { wordsOf } from '../errors';
import type { Holdings } from '../resources/Holdings';
import type { LifetimeStore } from './LifetimeStore';
import type { StoredResourceEvent } from './types';

/** Until what could not be sent is sent again. */
const AGAIN_MILLISECONDS = 60_000;
const HIGH = ['expired', 'removal-requested', 'held-back'];

export interface ResourceNewsOptions {
  lifetimes: LifetimeStore;
  resources: Pick<Holdings, 'get' | 'list'>;
  notifications: NotificationService;
  clock: Clock;
  logger: LoggerService;
}

/** Tells the owners of resources what happens to them: each event once, and again where it could not be told. */
export class ResourceNews {
  readonly #options: ResourceNewsOptions;

  static create(options: ResourceNewsOptions): ResourceNews {
    return new ResourceNews(options);
  }

  private constructor(options: ResourceNewsOptions) {
    this.#options = options;
  }

  async deliver(): Promise<void> {
    const { clock, lifetimes, logger } = this.#options;
    const now = clock();
    const again = new Date(now.getTime() + AGAIN_MILLISECONDS);
    for (const event of await lifetimes.takeNews({ now, again })) {
      try {
        await this.#tell(event);
        await lifetimes.told(event.sequence);
      } catch (error) {
        logger.warn('What happens to a resource cannot be told now', {
          problem: wordsOf(error),
        });
      }
    }
  }

  async #tell(event: StoredResourceEvent): Promise<void> {
    const { notifications, resources } = this.#options;
    const { message, requestId, resourceId, sequence, type } = event;
    const resource = await resources.get(resourceId);
    // It is gone, and its removal was told by its request.
    if (!resource) return;
    const { ownerRef, requesterRef } = resource;
    const name = settledNames(await resources.list())(resource);
    const page =
      name && `/catalog/default/resource/${encodeURIComponent(name)}`;
    await notifications.send({
      recipients: {
        type: 'entity',
        entityRef: [...new Set([ownerRef ?? requesterRef, requesterRef])],
      },
      payload: {
        title: message,
        ...(event.reason && { description: event.reason }),
        link: requestId ? `/self-service/requests/${requestId}` : page,
        severity: HIGH.includes(type) ? 'high' : 'normal',
        topic: 'self-service lifetimes',
        // One line for each event: what is sent twice replaces itself.
        scope: `self-service:resource:${resourceId}:${sequence}`,
      },
    });
  }
}
