// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import {
  type DesiredState,
  limitsOf,
  mergeDesired,
  owns,
  type Problem,
  problem,
  usageOf,
} from '@fairway/backstage-plugin-kafka-self-serve-common';
import type { EnvironmentState } from '../../domain/ports';
import type { Draft } from '../drafts/types';

export function distinctValues<T>(values: readonly T[]): T[] {
  return [
    ...new Map(values.map(value => [JSON.stringify(value), value])).values(),
  ];
}

/** Two changes of one topic want the same of it. */
export function together(states: readonly DesiredState[]): DesiredState {
  const merged = mergeDesired(states);
  return { ...merged, topics: distinctValues(merged.topics ?? []) };
}

/** What several changes of one request use up together; each one for itself was checked before. */
export function checkTogether(
  drafts: readonly Draft[],
  state: EnvironmentState,
): Problem[] {
  const wanted = new Map(
    drafts
      .flatMap(({ desired }) => desired.topics ?? [])
      .map(spec => [spec.name, spec]),
  );
  if (wanted.size < 2) return [];
  const { definitions, environment, instances, topics, usages } = state;
  return instances.flatMap(instance => {
    const isTheirs = ({ name }: { name: string }) =>
      owns(instance, 'TOPIC', name);
    const before = usages.get(instance.id) ?? usageOf([]);
    const replaced = usageOf(
      topics
        .filter(topic => wanted.has(topic.name) && isTheirs(topic))
        .flatMap(({ desired, observed }) => observed ?? desired ?? []),
      definitions,
    );
    const added = usageOf([...wanted.values()].filter(isTheirs), definitions);
    const after = (key: keyof typeof added) =>
      before[key] - replaced[key] + added[key];
    const limits = limitsOf(instance, environment);
    return (['topics', 'partitions', 'bytes'] as const).flatMap(key => {
      const limit = limits[key];
      if (limit === undefined || after(key) <= limit) return [];
      if (after(key) <= before[key]) return [];
      const values = { instance: instance.id, wanted: after(key), limit };
      return [problem(`limit-${key}`, values, { path: ['items'] })];
    });
  });
}
