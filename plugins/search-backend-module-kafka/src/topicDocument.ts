// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type { IndexableDocument } from '@backstage/plugin-search-common';
import type { TopicSummary } from '@fairway/backstage-plugin-kafka-self-serve-common';

/** What the search knows of a topic; filters of a search may name its fields. */
export interface KafkaTopicDocument extends IndexableDocument {
  environment: string;
  phase: string;
  /** Left out of an orphan. */
  application?: string;
  /** Full entity ref. */
  owner?: string;
}

/** The words of its name are found one by one, too: search engines take `orders.created` for one word. */
export function topicDocument(
  topic: TopicSummary,
  locationTemplate: string,
): KafkaTopicDocument {
  const { environment, name, description, labels, phase } = topic;
  const { application, ownerRef } = topic;
  const words = [
    description,
    ...name.split(/[._-]+/),
    application,
    environment,
    ...Object.entries(labels).map(([key, value]) => `${key}=${value}`),
  ];
  return {
    title: name,
    text: words.filter(Boolean).join(' '),
    location: locationTemplate
      .replace(':environment', encodeURIComponent(environment))
      .replace(':name', encodeURIComponent(name)),
    environment,
    phase,
    ...(application !== undefined && { application }),
    ...(ownerRef !== undefined && { owner: ownerRef }),
    authorization: { resourceRef: `topic:${environment}/${name}` },
  };
}
