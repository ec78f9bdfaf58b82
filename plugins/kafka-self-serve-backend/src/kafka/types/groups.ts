// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type { ObservedGroup } from '@fairway/backstage-plugin-kafka-self-serve-common';

/** `consumer`: of the protocol of KIP-848. @public */
export type GroupType = 'classic' | 'consumer' | 'share' | 'streams';

/** @public */
export interface ListedGroup {
  groupId: string;
  type: GroupType;
  state: ObservedGroup['state'];
}

/** A type that is known already saves a request. @public */
export interface GroupReference {
  groupId: string;
  type?: GroupType;
}

/** @public */
export interface GroupMember {
  memberId: string;
  clientId: string;
  host: string;
  assigned: { topic: string; partitions: number[] }[];
}

/** `topics` are those that members subscribed to or are assigned. @public */
export interface GroupDescription extends ObservedGroup {
  type: GroupType;
  /** Broker that keeps the group. */
  coordinator: number;
  memberList: GroupMember[];
}

/** Decimal text: wider than a number of JavaScript. @public */
export interface CommittedOffset {
  topic: string;
  partition: number;
  committed: string;
}

/** `time`: the first offset at or after it, in milliseconds since 1970. @public */
export type OffsetPosition = 'earliest' | 'latest' | { time: number };

/** @public */
export interface PartitionOffset {
  partition: number;
  /** Decimal text; left out where nothing is at or after the asked time. */
  offset?: string;
}

/** @public */
export interface OffsetTarget {
  topic: string;
  partition: number;
  /** Decimal text. */
  offset: string;
}
