// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import {
  type ShownTopicConfig,
  SHOWN_TOPIC_CONFIGS,
  type SubjectSummary,
  topicsOfSubject,
  type TopicSummary,
} from '@fairway/backstage-plugin-kafka-self-serve-common';
import type { StoredSubject, StoredTopic } from '../domain/ports';

/** A row as lists show it. */
export function topicSummary(topic: StoredTopic): TopicSummary {
  const { observed, desired } = topic;
  return {
    environment: topic.environment,
    name: topic.name,
    instance: topic.instance,
    application: topic.application,
    ownerRef: topic.ownerRef,
    phase: topic.phase,
    description: topic.description,
    labels: topic.labels,
    partitions: observed?.partitions ?? desired?.partitions,
    replicationFactor:
      observed?.replicationFactor ?? desired?.replicationFactor,
    shown: shownConfigs(topic),
    bytes: observed?.bytes,
    underReplicated: observed?.underReplicated,
    offline: observed?.offline,
    deletionProtection: topic.deletionProtection,
    deleteAfter: topic.deleteAfter,
  };
}

function shownConfigs({
  observed,
  desired,
}: StoredTopic): Partial<Record<ShownTopicConfig, string>> {
  const values = observed?.effective ?? observed?.configs ?? desired?.configs;
  return Object.fromEntries(
    SHOWN_TOPIC_CONFIGS.flatMap(key => {
      const value = values?.[key];
      return value === undefined ? [] : [[key, value]];
    }),
  );
}

/** A row as lists show it; topics by the plain strategy, in which one name leads to one topic. */
export function subjectSummary(subject: StoredSubject): SubjectSummary {
  const { observed, desired } = subject;
  return {
    environment: subject.environment,
    name: subject.name,
    instance: subject.instance,
    application: subject.application,
    ownerRef: subject.ownerRef,
    phase: subject.phase,
    format: observed?.format ?? desired?.format,
    version: observed?.version,
    compatibility: observed?.compatibility ?? desired?.compatibility,
    topics: topicsOfSubject(subject.name, 'TopicName'),
  };
}
