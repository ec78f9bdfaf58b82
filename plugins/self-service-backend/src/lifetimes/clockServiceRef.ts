// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import {
  createServiceFactory,
  createServiceRef,
} from '@backstage/backend-plugin-api';
import type { Clock } from '@fairway/requests-node';

/**
 * What time it is where ends of resources are looked at. Tests and demonstrations give a factory of their own, and so
 * see a resource end without waiting for it.
 *
 * @public
 */
export const lifetimeClockServiceRef = createServiceRef<Clock>({
  id: 'self-service.lifetime-clock',
  defaultFactory: async service =>
    createServiceFactory({
      service,
      deps: {},
      factory: () => () => new Date(),
    }),
});
