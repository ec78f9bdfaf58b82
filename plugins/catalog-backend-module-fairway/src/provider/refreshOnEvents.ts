// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type { EventsService } from '@backstage/plugin-events-node';
import { ENTITIES_TOPIC } from '@fairway/backstage-plugin-self-service-common';
import type { FairwayEntityProvider } from './FairwayEntityProvider';

/** Reads a backend at once when it says that something moved. */
export async function refreshOnEvents(options: {
  events: EventsService;
  providers: FairwayEntityProvider[];
}): Promise<void> {
  const { events, providers } = options;
  await events.subscribe({
    id: 'catalog-fairway-entities',
    topics: [ENTITIES_TOPIC],
    async onEvent({ eventPayload }) {
      const { pluginId } = (eventPayload ?? {}) as { pluginId?: unknown };
      await Promise.all(
        providers
          .filter(provider => provider.pluginId === pluginId)
          .map(provider => provider.refresh()),
      );
    },
  });
}
