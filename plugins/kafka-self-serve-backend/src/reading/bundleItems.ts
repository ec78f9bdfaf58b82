// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type {
  BundleItem,
  SubjectSpec,
  TopicSpec,
} from '@fairway/backstage-plugin-kafka-self-serve-common';
import type { EnvironmentState } from '../domain/ports';

/** The requests that make what is there to what a document says. */
export function bundleItems(options: {
  environment: string;
  instance: string;
  topics: readonly TopicSpec[];
  subjects: readonly SubjectSpec[];
  loaded: EnvironmentState;
}): BundleItem[] {
  const { environment, instance, topics, subjects, loaded } = options;
  const observed = new Map(
    loaded.observed.topics.map(topic => [topic.name, topic]),
  );
  const registered = new Map(
    loaded.observed.subjects.map(subject => [subject.name, subject]),
  );
  return [
    ...topics.flatMap((topic): BundleItem[] => {
      const there = observed.get(topic.name);
      const { name, partitions, replicationFactor, configs } = topic;
      const item = (payload: object) =>
        ({ kind: 'kafka.topic', payload } as BundleItem);
      if (!there) {
        return [
          item({
            operation: 'create',
            environment,
            instance,
            name,
            partitions,
            replicationFactor,
            configs,
          }),
        ];
      }
      const set = Object.fromEntries(
        Object.entries(configs).filter(
          ([key, value]) => there.configs[key] !== value,
        ),
      );
      const remove = Object.keys(there.configs).filter(
        key => !(key in configs),
      );
      return [
        ...(partitions !== there.partitions
          ? [item({ operation: 'partitions', environment, name, partitions })]
          : []),
        ...(Object.keys(set).length || remove.length
          ? [item({ operation: 'config', environment, name, set, remove })]
          : []),
      ];
    }),
    ...subjects.flatMap((subject): BundleItem[] => {
      const {
        name,
        format = 'AVRO',
        schema,
        references,
        compatibility,
      } = subject;
      const there = registered.get(name);
      const item = (payload: object) =>
        ({ kind: 'kafka.subject', payload } as BundleItem);
      if (schema !== undefined && there?.schema !== schema) {
        return [
          item({
            operation: 'register',
            environment,
            instance,
            name,
            strategy: /-(?:key|value)$/.test(name) ? 'TopicName' : 'RecordName',
            format,
            schema,
            references,
            compatibility,
          }),
        ];
      }
      return compatibility && there?.compatibility !== compatibility
        ? [
            item({
              operation: 'compatibility',
              environment,
              instance,
              name,
              compatibility,
            }),
          ]
        : [];
    }),
  ];
}
