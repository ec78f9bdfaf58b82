// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { kafkaError } from '../../errors';
import type {
  EnvironmentState,
  LiveParts,
  StoredTopic,
} from '../../domain/ports';
import { livePartsOf, mergeLiveParts, mergeTouched, touchedBy } from './items';
import type { KafkaRequestParts, RequestItem } from './types';

/** Desired and observed of what the items touch, with everything live that they change. */
export function loadFor(
  environment: string,
  items: readonly RequestItem[],
  {
    state,
    sources = [],
    live = mergeLiveParts(items.map(livePartsOf)),
  }: Pick<KafkaRequestParts, 'state'> & {
    /** Topics that are promoted. */
    sources?: readonly StoredTopic[];
    /** What the items change if left out. */
    live?: LiveParts;
  },
): Promise<EnvironmentState> {
  const touched = mergeTouched(items.map(item => touchedBy(item, sources)));
  const isAsked = Object.keys(live).length > 0;
  return state.load(environment, touched, isAsked ? { live } : {});
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
