// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import {
  topicBytes,
  topicPhase,
  type OwnedBy,
  type TopicSpec,
} from '@fairway/backstage-plugin-kafka-self-serve-common';
import type {
  DesiredTopic,
  StoredTopic,
  TopicObservation,
} from '../domain/stored';
import type { Sighting } from '../domain/sightings';
import type { Owners } from './Owners';
import { defined } from './Session';
import type { InstanceRow } from './visible';

export const TOPICS = 'kafka_topics';
/** As `foldTopicName`, letter by letter as the index has it. */
export const FOLDED = `replace(name, '.', '_')`;

export interface TopicRow {
  environment: string;
  name: string;
  instance: string | null;
  phase: string;
  is_desired: boolean | number;
  is_observed: boolean | number;
  was_observed: boolean | number;
  is_protected: boolean | number;
  delete_after: string | null;
  partitions: number;
  bytes: number | string;
  retained_bytes: number | string;
  desired: string | null;
  observed: string | null;
  labels: string;
  description: string | null;
  failure: string | null;
  request_id: string | null;
  seen_digest: string | null;
}

/** A row as it is worked on; `settled` makes what is stored of it. */
export interface TopicDraft {
  environment: string;
  name: string;
  desired?: TopicSpec;
  observed?: TopicObservation;
  wasObserved: boolean;
  deletionProtection: boolean;
  deleteAfter?: string;
  labels: Record<string, string>;
  description?: string;
  failure?: string;
  requestId?: string;
  /** Of what the last sync saw; none: it is not known any more. */
  seenDigest?: string;
}

export function draftOf(row: TopicRow): TopicDraft {
  return {
    environment: row.environment,
    name: row.name,
    desired: row.desired ? JSON.parse(row.desired) : undefined,
    observed: row.observed ? JSON.parse(row.observed) : undefined,
    wasObserved: Boolean(row.was_observed),
    deletionProtection: Boolean(row.is_protected),
    deleteAfter: row.delete_after ?? undefined,
    labels: JSON.parse(row.labels),
    description: row.description ?? undefined,
    failure: row.failure ?? undefined,
    requestId: row.request_id ?? undefined,
    seenDigest: row.seen_digest ?? undefined,
  };
}

export function newDraft(environment: string, name: string): TopicDraft {
  return {
    environment,
    name,
    wasObserved: false,
    deletionProtection: false,
    labels: {},
  };
}

/** With what is desired now; a failure and a deletion of before are over. */
export function withDesired(
  draft: TopicDraft,
  { spec, description, labels, deletionProtection, requestId }: DesiredTopic,
): TopicDraft {
  const { name, partitions, replicationFactor, configs } = spec;
  return {
    ...draft,
    desired: { name, partitions, replicationFactor, configs },
    description: description ?? draft.description,
    labels: labels ?? draft.labels,
    deletionProtection: deletionProtection ?? draft.deletionProtection,
    requestId: requestId ?? draft.requestId,
    deleteAfter: undefined,
    failure: undefined,
  };
}

/** With what was seen; what a short look does not tell stays as it was. */
export function withObserved(
  draft: TopicDraft,
  observed: TopicObservation,
): TopicDraft {
  const earlier = draft.observed;
  const kept: TopicObservation = defined({
    name: observed.name,
    topicId: observed.topicId ?? earlier?.topicId,
    partitions: observed.partitions,
    replicationFactor: observed.replicationFactor,
    configs: observed.configs,
    effective: observed.effective ?? earlier?.effective,
    bytes: observed.bytes ?? earlier?.bytes,
    underReplicated: observed.underReplicated ?? earlier?.underReplicated,
    offline: observed.offline ?? earlier?.offline,
  });
  return {
    ...draft,
    observed: kept,
    wasObserved: true,
    seenDigest: undefined,
  };
}

/** With what a sync saw that asked for some configs alone: other overrides of the same topic stay. */
export function withSighting(
  draft: TopicDraft,
  { topic, digest }: Sighting,
  asked: readonly string[] | undefined,
): TopicDraft {
  const earlier = draft.observed;
  const isTheSame = earlier?.topicId === topic.topicId;
  const kept = Object.entries(
    (asked && isTheSame && earlier?.configs) || {},
  ).filter(([key]) => !asked?.includes(key));
  const configs = { ...Object.fromEntries(kept), ...topic.configs };
  return {
    ...withObserved(draft, { ...topic, configs }),
    seenDigest: digest,
  };
}

/** Undefined where nobody wants it and nobody sees it. */
export function settled(
  draft: TopicDraft,
  owners: Owners,
): TopicRow | undefined {
  const { desired, observed, wasObserved, deleteAfter, failure } = draft;
  if (!desired && !observed) return undefined;
  const phase = topicPhase({ desired, observed, wasObserved, deleteAfter });
  const failed = failure !== undefined && phase !== 'ready';
  return {
    environment: draft.environment,
    name: draft.name,
    instance: owners.ofTopic(draft.name) ?? null,
    phase: failed ? 'failed' : phase,
    is_desired: desired !== undefined,
    is_observed: observed !== undefined,
    was_observed: wasObserved,
    is_protected: draft.deletionProtection,
    delete_after: deleteAfter ?? null,
    partitions: observed?.partitions ?? desired?.partitions ?? 0,
    bytes: observed?.bytes ?? -1,
    retained_bytes: topicBytes((observed ?? desired)!) ?? 0,
    desired: desired ? JSON.stringify(desired) : null,
    observed: observed ? JSON.stringify(observed) : null,
    labels: JSON.stringify(draft.labels),
    description: draft.description ?? null,
    failure: failed ? failure : null,
    request_id: draft.requestId ?? null,
    seen_digest: draft.seenDigest ?? null,
  };
}

/** Whether a row says the same as the one that is stored; booleans and large numbers come back differently. */
export function isSameRow<Row extends object>(stored: Row, row: Row): boolean {
  return Object.entries(row).every(([column, value]) => {
    const found = (stored as Record<string, unknown>)[column];
    if (typeof value === 'boolean') return Boolean(found) === value;
    if (typeof value === 'number') return Number(found) === value;
    return (found ?? null) === value;
  });
}

export function ownedBy(
  instance: string | null | undefined,
  instances: ReadonlyMap<string, InstanceRow>,
): OwnedBy {
  const row = instance ? instances.get(instance) : undefined;
  return instance
    ? defined({
        instance,
        application: row?.application,
        ownerRef: row?.owner_ref,
      })
    : {};
}

export function toTopic(
  row: TopicRow,
  instances: ReadonlyMap<string, InstanceRow>,
): StoredTopic {
  const draft = draftOf(row);
  return defined({
    environment: row.environment,
    name: row.name,
    ...ownedBy(row.instance, instances),
    owner: row.instance ?? undefined,
    phase: row.phase as StoredTopic['phase'],
    desired: draft.desired,
    observed: draft.observed,
    wasObserved: draft.wasObserved,
    deletionProtection: draft.deletionProtection,
    deleteAfter: draft.deleteAfter,
    labels: draft.labels,
    description: draft.description,
    failure: draft.failure,
    requestId: draft.requestId,
  });
}
