// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type {
  Topic,
  TopicDetail,
} from '@fairway/backstage-plugin-kafka-self-serve-common';

/** A topic as the rules take it. */
export function topicOf(detail: TopicDetail): Topic {
  const { environment, name, instance, phase, desired, observed } = detail;
  const { deletionProtection, deleteAfter } = detail;
  return {
    environment,
    name,
    owner: instance,
    phase,
    desired,
    observed,
    deletionProtection,
    deleteAfter,
  };
}
