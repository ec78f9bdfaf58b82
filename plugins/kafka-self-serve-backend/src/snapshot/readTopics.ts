// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type { TopicSightings } from '../domain/ports';
import type { KafkaAdmin, TopicDiskUse } from '../kafka/types';

/**
 * All topics with the configs that lists show and those that are desired of any
 * topic, compared with what was seen last while they come in. Other overrides
 * are as they were seen last: the drift scan, which comes round less often,
 * reads them all.
 */
export async function readTopics(options: {
  admin: Pick<KafkaAdmin, 'eachTopics'>;
  sightings: TopicSightings;
  shown: readonly string[];
  diskUse?: readonly TopicDiskUse[];
}): Promise<void> {
  const { admin, sightings, shown, diskUse } = options;
  const bytes = new Map(
    diskUse?.map(use => [use.topic, use.bytesWithReplicas]),
  );
  const configKeys = sightings.asked ?? shown;
  const isShown = configKeys.every(key => shown.includes(key));
  for await (const some of admin.eachTopics({ configKeys, internal: true })) {
    sightings.see(
      some.map(({ effective, ...topic }) => ({
        ...topic,
        effective: isShown ? effective : shownOf(effective, shown),
        ...(diskUse && { bytes: bytes.get(topic.name) ?? 0 }),
      })),
    );
  }
}

function shownOf(
  effective: Readonly<Record<string, string>>,
  shown: readonly string[],
): Record<string, string> {
  const values: Record<string, string> = {};
  for (const key of shown) {
    if (key in effective) values[key] = effective[key];
  }
  return values;
}
