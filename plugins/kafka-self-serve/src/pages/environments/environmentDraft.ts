// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type {
  EnvironmentInput,
  KafkaEnvironmentView,
  TopicConfigs,
  TopicSizeName,
} from '@fairway/backstage-plugin-kafka-self-serve-common';

export const SIZES: TopicSizeName[] = ['S', 'M', 'L'];

/** An environment as it is written in the form: numbers may be missing, configs are lines. */
export interface EnvironmentDraft {
  name: string;
  displayName: string;
  description: string;
  color: string;
  order: number;
  environment: string;
  store: string;
  connection: string;
  withRegistry: boolean;
  partitions: number;
  replicationFactor: number;
  configs: string;
  partitionsPerTopic: number;
  topics: number;
  instancePartitions: number;
  deleteGraceDays: number;
  sizes: Record<TopicSizeName, { partitions: number; retention: string }>;
  policyRefs: string[];
}

const linesOf = (configs: TopicConfigs) =>
  Object.entries(configs)
    .map(([key, value]) => `${key}=${value}`)
    .join('\n');

/** What is there, or what a new one begins with. */
export function draftOf(view?: KafkaEnvironmentView): EnvironmentDraft {
  const size = (name: TopicSizeName) => ({
    partitions: view?.limits.sizes?.[name]?.partitions ?? NaN,
    retention: view?.limits.sizes?.[name]?.['retention.ms'] ?? '',
  });
  return {
    name: view?.name ?? '',
    displayName: view?.displayName ?? '',
    description: view?.description ?? '',
    color: view?.color ?? '',
    order: view?.order ?? 1,
    environment: view?.environment ?? '',
    store: view?.store ?? '',
    connection: view?.connection ?? '',
    withRegistry: view?.schemaRegistry !== undefined,
    partitions: view?.defaults.partitions ?? 3,
    replicationFactor: view?.defaults.replicationFactor ?? 3,
    configs: linesOf(view?.defaults.configs ?? {}),
    partitionsPerTopic: view?.limits.partitionsPerTopic ?? NaN,
    topics: view?.limits.instance?.topics ?? NaN,
    instancePartitions: view?.limits.instance?.partitions ?? NaN,
    deleteGraceDays: view?.limits.deleteGraceDays ?? 1,
    sizes: { S: size('S'), M: size('M'), L: size('L') },
    policyRefs: view?.policyRefs ?? [],
  };
}

const given = (value: number) => (Number.isNaN(value) ? undefined : value);
const text = (value: string) => value.trim() || undefined;

function configsOf(lines: string): Record<string, string> {
  return Object.fromEntries(
    lines
      .split('\n')
      .map(line => line.trim())
      .filter(Boolean)
      .map(line => {
        const [key, ...value] = line.split('=');
        return [key.trim(), value.join('=').trim()];
      }),
  );
}

/** What is sent; `view` keeps what the form does not show. */
export function inputOf(
  draft: EnvironmentDraft,
  view?: KafkaEnvironmentView,
): EnvironmentInput {
  const sizes = Object.fromEntries(
    SIZES.flatMap(name => {
      const { partitions, retention } = draft.sizes[name];
      return Number.isNaN(partitions)
        ? []
        : [[name, { partitions, 'retention.ms': retention.trim() }]];
    }),
  );
  return {
    name: draft.name.trim(),
    displayName: draft.displayName.trim(),
    description: text(draft.description),
    color: text(draft.color),
    order: draft.order,
    environment: draft.environment.trim(),
    store: draft.store.trim(),
    connection: draft.connection,
    schemaRegistry: draft.withRegistry
      ? view?.schemaRegistry ?? draft.connection
      : undefined,
    defaults: {
      partitions: draft.partitions,
      replicationFactor: draft.replicationFactor,
      configs: configsOf(draft.configs),
    },
    limits: {
      partitionsPerTopic: given(draft.partitionsPerTopic),
      instance: {
        ...view?.limits.instance,
        topics: given(draft.topics),
        partitions: given(draft.instancePartitions),
      },
      sizes,
      deleteGraceDays: given(draft.deleteGraceDays),
    },
    policyRefs: draft.policyRefs,
  };
}
