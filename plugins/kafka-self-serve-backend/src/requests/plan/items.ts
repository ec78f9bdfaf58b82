// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type {
  BundlePayload,
  KafkaRequestKind,
} from '@fairway/backstage-plugin-kafka-self-serve-common';
import type { JsonObject } from '@backstage/types';
import type { LiveParts } from '../../domain/ports';
import type { RequestItem } from './types';

/** What a request asks for; a bundle for several things. The payload was read by its schema before. */
export function itemsOf(
  kind: KafkaRequestKind,
  payload: JsonObject,
): RequestItem[] {
  return kind === 'kafka.bundle'
    ? (payload as unknown as BundlePayload).items
    : [{ kind, payload } as unknown as RequestItem];
}

/** The environment that is changed; an application is of none. */
export function environmentOf(
  kind: KafkaRequestKind,
  payload: JsonObject,
): string | undefined {
  if (kind === 'kafka.application') return undefined;
  return (
    kind === 'kafka.promote' ? payload.to : payload.environment
  ) as string;
}

/**
 * What of the cluster has to be read now for an item: everything that it
 * touches. Names that a new one could collide with come from the snapshot, and
 * from the brokers, which check them when they validate: reading all names for
 * each plan would cost half a second at 10,000 topics.
 */
export function livePartsOf(item: RequestItem): LiveParts {
  switch (item.kind) {
    case 'kafka.topic': {
      const { operation, name } = item.payload;
      const topics = [name];
      switch (operation) {
        case 'create':
          return { topics, acls: true };
        case 'delete':
          return {
            topics,
            acls: true,
            groups: { ofTopics: topics, offsets: true },
          };
        case 'protection':
          // It is in our books alone.
          return {};
        default:
          return { topics };
      }
    }
    case 'kafka.promote':
      return {
        topics: item.payload.topics.map(({ name }) => name),
        acls: true,
      };
    case 'kafka.subject':
      return { subjects: [item.payload.name] };
    case 'kafka.application-instance':
      return { acls: true, quotas: true };
    case 'kafka.client-quota':
      return { quotas: true };
    case 'kafka.credential':
      return { scramUsers: true };
    case 'kafka.offset-reset':
      return {
        groups: { ids: [item.payload.group], offsets: true },
        topicList: true,
      };
    case 'kafka.application':
    case 'kafka.limits':
      return {};
    default:
      return { acls: true };
  }
}

export function mergeLiveParts(all: readonly LiveParts[]): LiveParts {
  const names = (pick: (parts: LiveParts) => readonly string[] | undefined) =>
    [...new Set(all.flatMap(parts => pick(parts) ?? []))].sort();
  const topics = names(parts => parts.topics);
  const subjects = names(parts => parts.subjects);
  const ids = names(parts => parts.groups?.ids);
  const ofTopics = names(parts => parts.groups?.ofTopics);
  const some = (key: 'topicList' | 'acls' | 'quotas' | 'scramUsers') =>
    all.some(parts => parts[key]) ? { [key]: true } : {};
  return {
    ...some('topicList'),
    ...some('acls'),
    ...some('quotas'),
    ...some('scramUsers'),
    ...(topics.length > 0 && { topics }),
    ...(subjects.length > 0 && { subjects }),
    ...((ids.length > 0 || ofTopics.length > 0) && {
      groups: {
        ...(ids.length > 0 && { ids }),
        ...(ofTopics.length > 0 && { ofTopics }),
        offsets: all.some(parts => parts.groups?.offsets),
      },
    }),
  };
}
