// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { createApiRef } from '@backstage/frontend-plugin-api';
import type { OwnershipClient } from '@fairway/backstage-plugin-ownership-common';

/** What the pages ask the ownership backend. @public */
export type OwnershipApi = Pick<
  OwnershipClient,
  | 'me'
  | 'myTargets'
  | 'policyStatus'
  | 'matrix'
  | 'whoCan'
  | 'explain'
  | 'simulate'
  | 'breakGlass'
  | 'openBreakGlass'
  | 'approveBreakGlass'
  | 'closeBreakGlass'
>;

/** The ownership backend. @public */
export const ownershipApiRef = createApiRef<OwnershipApi>().with({
  id: 'plugin.ownership.client',
  pluginId: 'ownership',
});
