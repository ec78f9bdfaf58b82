// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type { KafkaStores } from '../domain/stores';
import type { Viewer } from '../domain/viewer';

/**
 * Sees for the portal's search, which asks the permission policy about every find but knows nothing of an instance's
 * people: what is private is not shown to it.
 */
export async function searchViewer(
  stores: Pick<KafkaStores, 'applications' | 'environments'>,
): Promise<Viewer> {
  const [environments, hiddenInstances] = await Promise.all([
    stores.environments.list(),
    stores.applications.privateOfOthers([]),
  ]);
  return {
    userRef: '',
    refs: [],
    isAdministrator: false,
    environments: environments.map(({ name }) => name),
    hiddenInstances,
  };
}
