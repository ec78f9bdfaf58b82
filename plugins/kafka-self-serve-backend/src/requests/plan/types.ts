// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type {
  Application,
  ApplicationInstance,
  BundleItem,
  ClientQuota,
  Grant,
  InstanceLimits,
  KafkaRequestKind,
  KafkaRequestPayload,
  ObservedTopic,
  OwnedPattern,
  ScramMechanism,
  SubjectSpec,
} from '@fairway/backstage-plugin-kafka-self-serve-common';
import type { RequestKind, StoredRequest } from '@fairway/requests-node';
import type { JsonObject } from '@backstage/types';
import type { DesiredTopic, KafkaParts } from '../../domain/ports';
import type { Work } from '../execute/types';

/** What the kinds of requests are made of. */
export interface KafkaRequestParts extends KafkaParts {
  /** A request as the engine's store has it: the engine is made with the kinds, so it comes later. */
  stored(id: string): Promise<StoredRequest | undefined>;
  /** Milliseconds in which every broker shows what was done; 5 seconds if left out. */
  showsWithin?: number;
}

/** One thing that is asked for; a bundle has several. */
export type RequestItem =
  | {
      [K in Exclude<KafkaRequestKind, 'kafka.bundle'>]: {
        kind: K;
        payload: KafkaRequestPayload<K>;
      };
    }[Exclude<KafkaRequestKind, 'kafka.bundle'>]
  | BundleItem;

/** What changes in our own books. Ids and times of the moment are put in when it happens. */
export type DomainRecord =
  | { type: 'application.put'; application: Application }
  | { type: 'application.remove'; name: string }
  | { type: 'instance.put'; instance: ApplicationInstance }
  | { type: 'instance.remove'; id: string }
  | { type: 'instance.limits'; id: string; limits: InstanceLimits }
  | { type: 'instance.quota'; id: string; quota: ClientQuota }
  | { type: 'instance.claim'; id: string; patterns: OwnedPattern[] }
  | {
      type: 'instance.transfer';
      from: string;
      to: string;
      patterns: OwnedPattern[];
    }
  | { type: 'topic.put'; topic: Omit<DesiredTopic, 'requestId'> }
  | { type: 'topic.protection'; name: string; deletionProtection: boolean }
  | { type: 'topic.remove'; name: string }
  | { type: 'grant.put'; grant: Omit<Grant, 'id'> }
  | { type: 'grant.renew'; id: string; expiresAt?: string }
  | { type: 'grant.end'; id: string }
  | { type: 'subject.put'; subject: SubjectSpec }
  | {
      type: 'credential.put';
      instance: string;
      username: string;
      mechanism: ScramMechanism;
    }
  | { type: 'credential.remove'; username: string };

/** A topic as it was when the change of it was planned. */
export type TopicBasis = Pick<
  ObservedTopic,
  'name' | 'topicId' | 'partitions' | 'replicationFactor' | 'configs'
>;

/**
 * What an approval is bound to: everything that will be done, and what of the
 * cluster it was planned from. Another topic under the same name, another
 * config, another owner: another plan.
 */
export interface KafkaRequestPlan {
  version: 1;
  /** Left out: of no environment, as an application is. */
  environment?: string;
  works: Work[];
  basis: TopicBasis[];
  records: DomainRecord[];
  /** Days between the end of access and the end of the data. */
  graceDays?: number;
}

export type KafkaKind = RequestKind<JsonObject, JsonObject>;
