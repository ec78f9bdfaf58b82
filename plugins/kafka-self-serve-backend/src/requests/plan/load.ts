// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { isKafkaError, kafkaError } from '../../errors';
import type { EnvironmentState, StoredTopic } from '../../domain/ports';
import { livePartsOf, mergeLiveParts } from './items';
import type { KafkaRequestParts, RequestItem } from './types';

/**
 * Desired and observed, with everything live that the items touch. Clusters
 * without an authorizer have no ACLs to read, and get none.
 */
export async function loadFor(
  environment: string,
  items: readonly RequestItem[],
  { state, clusters }: Pick<KafkaRequestParts, 'state' | 'clusters'>,
): Promise<{ state: EnvironmentState; acls: boolean }> {
  const live = mergeLiveParts(items.map(livePartsOf));
  const isAsked = Object.keys(live).length > 0;
  const loaded = await state.load(environment, isAsked ? { live } : {});
  if (!live.acls || loaded.observed.acls.length > 0) {
    return { state: loaded, acls: true };
  }
  // None may be no ACLs, or no keeper of any.
  const { admin } = await clusters.of(environment);
  try {
    await admin.listAcls();
    return { state: loaded, acls: true };
  } catch (error) {
    if (!isKafkaError(error, 'kafka-acls-disabled')) throw error;
    return { state: loaded, acls: false };
  }
}

/** Topics of the environment that others are promoted from. */
export async function sourcesOf(
  items: readonly RequestItem[],
  { stores }: Pick<KafkaRequestParts, 'stores'>,
): Promise<StoredTopic[]> {
  const [item] = items;
  if (item?.kind !== 'kafka.promote') return [];
  const { from, topics } = item.payload;
  if (!(await stores.environments.get(from))) {
    throw kafkaError('kafka-environment-not-found', { name: from });
  }
  const names = topics.map(({ name }) => name);
  return stores.topics.getMany(from, names);
}
