// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { kafkaError } from '../../errors';
import type { EnvironmentState, StoredTopic } from '../../domain/ports';
import { livePartsOf, mergeLiveParts } from './items';
import type { KafkaRequestParts, RequestItem } from './types';

/** Clusters without an authorizer have no ACLs to read, and get none. */
export async function loadFor(
  environment: string,
  items: readonly RequestItem[],
  { state }: Pick<KafkaRequestParts, 'state'>,
): Promise<{ state: EnvironmentState; acls: boolean }> {
  const live = mergeLiveParts(items.map(livePartsOf));
  try {
    return { state: await state.load(environment, { live }), acls: true };
  } catch (error) {
    const { code } = error as { code?: unknown };
    if (code !== 'kafka-acls-disabled') throw error;
    const { acls, ...rest } = live;
    return {
      state: await state.load(environment, { live: rest }),
      acls: false,
    };
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
