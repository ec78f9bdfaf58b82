// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type {
  TopicActionName,
  TopicDetail,
} from '@fairway/backstage-plugin-kafka-self-serve-common';
import type { KafkaParts, StoredTopic, Viewer } from '../domain/ports';
import { action, whyNot } from './actions';

/** What a viewer can ask for about a topic, and why not where they cannot. */
export async function topicActions(
  parts: Pick<KafkaParts, 'authority' | 'stores'>,
  options: { topic: StoredTopic; viewer: Viewer; promotesTo?: string },
): Promise<TopicDetail['actions']> {
  const { topic, viewer, promotesTo } = options;
  const { name, environment, observed, deleteAfter } = topic;
  const notOwner = await whyNot(parts, viewer, {
    environment,
    owner: topic,
    subject: `the topic ${name}`,
  });
  const notThere = observed
    ? undefined
    : `The topic ${name} is not on the cluster.`;
  const going = deleteAfter && `The topic ${name} is being deleted.`;
  const change = notOwner ?? notThere ?? going;
  const causes: Record<TopicActionName, string | undefined> = {
    config: change,
    partitions: change,
    delete:
      change ??
      (topic.deletionProtection
        ? 'It is protected from deletion: ask to end that first.'
        : undefined),
    protection: notOwner ?? going,
    'request-access': topic.ownerRef
      ? notThere ?? going
      : `Nobody owns the topic ${name}, so nobody can give access to it.`,
    'register-schema': change,
    promote:
      change ??
      (promotesTo ? undefined : `${environment} is the last environment.`),
    claim: topic.instance
      ? `It belongs to ${topic.instance} already.`
      : undefined,
  };
  return Object.fromEntries(
    Object.entries(causes).map(([key, because]) => [key, action(because)]),
  ) as TopicDetail['actions'];
}
