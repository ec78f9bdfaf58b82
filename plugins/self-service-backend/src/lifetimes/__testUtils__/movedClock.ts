// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { createServiceFactory } from '@backstage/backend-plugin-api';
import { lifetimeClockServiceRef } from '../clockServiceRef';

/** The clock of ends, which a test sets ahead. */
export function movedClock() {
  /** In milliseconds. */
  const clock = { ahead: 0 };
  const feature = createServiceFactory({
    service: lifetimeClockServiceRef,
    deps: {},
    factory: () => () => new Date(Date.now() + clock.ahead),
  });
  return { clock, feature };
}
