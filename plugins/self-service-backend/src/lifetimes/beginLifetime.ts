// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { lifetimeInWords } from '@fairway/backstage-plugin-self-service-common';
import type { Knex } from 'knex';
import type { LifetimeStore } from './LifetimeStore';
import { after, inWords } from './times';
import type { LifetimeTerms, NewResourceEvent } from './types';

/** The end of something that a request has made begins to count, unless it has one. */
export async function beginLifetime(
  lifetimes: Pick<LifetimeStore, 'start'>,
  begun: {
    resourceId: string;
    /** As it was ordered. */
    duration: string;
    startedAt: Date;
    terms: LifetimeTerms;
    by: Pick<NewResourceEvent, 'actorRef' | 'at' | 'requestId'>;
  },
  transaction?: Knex.Transaction,
): Promise<void> {
  const { by, duration, resourceId, startedAt, terms } = begun;
  const expiresAt = after(startedAt, duration);
  const message = `It lives for ${lifetimeInWords(duration)}, until ${inWords(
    expiresAt,
  )}.`;
  await lifetimes.start(
    { ...terms, resourceId, duration, startedAt, expiresAt },
    { transaction, event: { ...by, type: 'counting', message } },
  );
}
