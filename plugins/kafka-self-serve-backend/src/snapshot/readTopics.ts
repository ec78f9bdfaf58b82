// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type { StoredTopic, TopicObservation } from '../domain/ports';
import type { KafkaAdmin, TopicDiskUse } from '../kafka/types';

/**
 * All topics with the configs that lists show and those that are desired of any
 * topic. Other overrides are as they were seen last: the drift scan, which
 * comes round less often, reads them all.
 */
export async function readTopics(options: {
  admin: Pick<KafkaAdmin, 'listTopics'>;
  known: readonly StoredTopic[];
  shown: readonly string[];
  diskUse?: readonly TopicDiskUse[];
}): Promise<TopicObservation[]> {
  const { admin, known, shown, diskUse } = options;
  const desired = known.flatMap(topic =>
    Object.keys(topic.desired?.configs ?? {}),
  );
  const asked = [...new Set([...shown, ...desired])];
  const isAsked = new Set(asked);
  const bytes = new Map(
    diskUse?.map(use => [use.topic, use.bytesWithReplicas]),
  );
  const before = new Map(known.map(topic => [topic.name, topic.observed]));
  const topics = await admin.listTopics({ configKeys: asked, internal: true });
  return topics.map(({ effective, configs, ...topic }) => {
    const earlier = before.get(topic.name);
    const isTheSame = earlier?.topicId === topic.topicId;
    const kept = Object.entries(earlier?.configs ?? {}).filter(
      ([key]) => isTheSame && !isAsked.has(key),
    );
    return {
      ...topic,
      configs: { ...Object.fromEntries(kept), ...configs },
      effective: Object.fromEntries(
        Object.entries(effective).filter(([key]) => shown.includes(key)),
      ),
      ...(diskUse && { bytes: bytes.get(topic.name) ?? 0 }),
    };
  });
}
