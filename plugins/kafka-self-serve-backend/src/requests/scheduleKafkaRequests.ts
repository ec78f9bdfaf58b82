// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type { NotificationService } from '@backstage/plugin-notifications-node';
import type { PeopleDirectory, RequestService } from '@fairway/requests-node';
import type { KafkaParts } from '../domain/ports';
import { EXPIRY_REF } from './drafts/grants';
import { noticeGrants } from './noticeGrants';

const EVERY_MINUTES = 1;

type Parts = Pick<KafkaParts, 'stores' | 'scheduler' | 'clock' | 'logger'> & {
  requests: Pick<RequestService, 'create'>;
  notifications: NotificationService;
};

/** The directory with the one that ends grants in it; the engine asks it for everybody who acts. */
export function withGrantExpiry(people: PeopleDirectory): PeopleDirectory {
  return {
    refsOf: async ref =>
      ref === EXPIRY_REF ? [EXPIRY_REF] : people.refsOf(ref),
    teamsOf: async ref => (ref === EXPIRY_REF ? [] : people.teamsOf(ref)),
  };
}

/**
 * Grants whose time is over end by an ordinary request, which everybody can
 * read in the history: it waits for a cluster that is away like any other. Any
 * number of replicas make one request of it.
 */
export async function endGrants(
  parts: Omit<Parts, 'notifications' | 'scheduler'>,
): Promise<void> {
  const { stores, clock, requests, logger } = parts;
  const ended = await stores.grants.expired(clock().toISOString());
  for (const { id, environment, expiresAt } of ended) {
    try {
      await requests.create(
        {
          kind: 'kafka.revoke',
          payload: { environment, grant: id },
          justification: 'The time of the grant is over.',
          idempotencyKey: `expiry-${id}-${expiresAt}`,
          submit: 'now',
        },
        {
          actor: { type: 'user', ref: EXPIRY_REF },
          isAdministrator: false,
        },
      );
    } catch (error) {
      logger.warn(`The grant "${id}" could not be ended yet`, error as Error);
    }
  }
}

/** Tells of grants that end, ends those whose time is over, and throws away tickets for passwords that nobody came for. */
export async function scheduleKafkaRequests(parts: Parts): Promise<void> {
  const { scheduler, stores, clock } = parts;
  await scheduler.scheduleTask({
    id: 'kafka-self-serve-grant-expiry',
    frequency: { minutes: EVERY_MINUTES },
    timeout: { minutes: 5 },
    fn: async () => {
      await noticeGrants(parts);
      await endGrants(parts);
      await stores.credentials.pruneTickets(clock().toISOString());
    },
  });
}
