// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

// What these tests look at that the portal itself does not depend on: the inside of the self-service backend, with the
// small company of its own tests.
/* eslint-disable @backstage/no-undeclared-imports, @backstage/no-forbidden-package-imports, @backstage/no-mixed-plugin-imports -- see above */
export { catalogServiceRef } from '@backstage/plugin-catalog-node';
export { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
export { eventsServiceRef } from '@backstage/plugin-events-node';
export { pusher } from '@fairway/backstage-plugin-self-service-backend/src/__testUtils__/pusher';
export { waitFor } from '@fairway/backstage-plugin-self-service-backend/src/__testUtils__/waitFor';
export {
  createWorld,
  DEV,
  LIVE,
  PEOPLE,
  unit,
  type World,
} from '@fairway/backstage-plugin-self-service-backend/src/__testUtils__/world';
export { createChangeKind } from '@fairway/backstage-plugin-self-service-backend/src/change/createChangeKind';
export { failpointsOf } from '@fairway/requests-node';
export type { RequestDetail } from '@fairway/requests-common';
