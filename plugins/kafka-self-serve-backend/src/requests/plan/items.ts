// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import {
  type BundlePayload,
  instanceId,
  type KafkaRequestKind,
} from '@fairway/backstage-plugin-kafka-self-serve-common';
import type { JsonObject } from '@backstage/types';
import type { LiveParts, StoredTopic, Touched } from '../../domain/ports';
import type { RequestItem } from './types';

const LISTS = [
  'topics',
  'applications',
  'instances',
  'grants',
  'principals',
] as const satisfies (keyof Touched)[];

type ListKey = (typeof LISTS)[number];

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
      return { groups: { ids: [item.payload.group], offsets: true } };
    case 'kafka.application':
    case 'kafka.limits':
      return {};
    default:
      return { acls: true };
  }
}

/** What of the environment an item touches. `sources`: topics that are promoted. */
export function touchedBy(
  item: RequestItem,
  sources: readonly StoredTopic[],
): Touched {
  switch (item.kind) {
    case 'kafka.topic': {
      const { operation, name } = item.payload;
      const instances =
        operation === 'create' ? [item.payload.instance] : undefined;
      return { topics: [name], instances, access: operation === 'delete' };
    }
    case 'kafka.promote': {
      const { to, topics } = item.payload;
      const applications = sources.flatMap(topic => topic.application ?? []);
      return {
        topics: topics.map(({ name }) => name),
        instances: applications.map(application =>
          instanceId({ application, environment: to }),
        ),
      };
    }
    case 'kafka.grant': {
      if (item.payload.operation === 'renew') {
        return { grants: [item.payload.grant], access: true };
      }
      const { topic, grantee } = item.payload;
      const patterns = [{ type: 'TOPIC' as const, ...topic }];
      return { instances: [grantee], patterns, access: true };
    }
    case 'kafka.revoke':
      return { grants: [item.payload.grant], access: true };
    case 'kafka.subject':
    case 'kafka.offset-reset':
    case 'kafka.client-quota':
    case 'kafka.credential':
    case 'kafka.limits':
      return { instances: [item.payload.instance] };
    case 'kafka.application-instance': {
      const { payload } = item;
      const own = {
        applications: [payload.application],
        instances: [instanceId(payload)],
        access: true,
      };
      if (payload.operation === 'delete') return { ...own, leaving: true };
      const { patterns, principals } = payload;
      return { ...own, patterns, principals };
    }
    case 'kafka.ownership-claim': {
      const { instance, patterns } = item.payload;
      return { instances: [instance], patterns, access: true };
    }
    case 'kafka.ownership-transfer': {
      const { from, to, patterns } = item.payload;
      return { instances: [from, to], patterns, access: true };
    }
    default:
      throw new Error(`"${item.kind}" is of no environment`);
  }
}

export function mergeTouched(all: readonly Touched[]): Touched {
  const together = <K extends ListKey>(key: K) =>
    all.flatMap(touched => (touched[key] ?? []) as string[]);
  const lists = Object.fromEntries(
    LISTS.map(key => [key, [...new Set(together(key))]]),
  );
  return {
    ...lists,
    patterns: all.flatMap(({ patterns = [] }) => patterns),
    access: all.some(({ access }) => access),
    leaving: all.some(({ leaving }) => leaving),
  };
}

export function mergeLiveParts(all: readonly LiveParts[]): LiveParts {
  const names = (pick: (parts: LiveParts) => readonly string[] | undefined) =>
    [...new Set(all.flatMap(parts => pick(parts) ?? []))].sort();
  const topics = names(parts => parts.topics);
  const subjects = names(parts => parts.subjects);
  const ids = names(parts => parts.groups?.ids);
  const ofTopics = names(parts => parts.groups?.ofTopics);
  const some = (key: 'acls' | 'quotas' | 'scramUsers') =>
    all.some(parts => parts[key]) ? { [key]: true } : {};
  return {
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
