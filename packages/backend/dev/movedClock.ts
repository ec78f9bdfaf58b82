// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { readFileSync } from 'node:fs';
import {
  createServiceFactory,
  type ServiceFactory,
} from '@backstage/backend-plugin-api';
import { lifetimeClockServiceRef } from '@fairway/backstage-plugin-self-service-backend';
import { parseDuration } from '@fairway/requests-common';

/**
 * The clock by which resources end, ahead of the true time by the ISO 8601 duration that stands in a file (`P4D`): so a
 * demonstration of an end does not take days. Without the file it is right.
 *
 * @throws where the file holds something else, and in production, which has no such clock
 */
export function movedClock(file: string): ServiceFactory<() => Date, 'plugin'> {
  if (process.env.NODE_ENV === 'production') {
    throw new Error('FAIRWAY_CLOCK is for demonstrations; take it away');
  }
  return createServiceFactory({
    service: lifetimeClockServiceRef,
    deps: {},
    factory: () => () => new Date(Date.now() + ahead(file)),
  });
}

function ahead(file: string): number {
  const duration = contentOf(file).trim();
  return duration ? parseDuration(duration) : 0;
}

function contentOf(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return '';
    throw error;
  }
}
