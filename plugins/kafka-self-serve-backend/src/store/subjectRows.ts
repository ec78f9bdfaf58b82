// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type {
  ObservedSubject,
  Phase,
  SubjectSpec,
} from '@fairway/backstage-plugin-kafka-self-serve-common';
import type { StoredSubject } from '../domain/stored';
import type { Owners } from './Owners';
import { defined } from './Session';
import { ownedBy } from './topicRows';
import type { InstanceRow } from './visible';

export const SUBJECTS = 'kafka_subjects';

export interface SubjectRow {
  environment: string;
  name: string;
  instance: string | null;
  phase: string;
  is_desired: boolean | number;
  is_observed: boolean | number;
  was_observed: boolean | number;
  desired: string | null;
  observed: string | null;
  observed_schema: string | null;
  request_id: string | null;
}

export interface SubjectDraft {
  environment: string;
  name: string;
  desired?: SubjectSpec;
  observed?: ObservedSubject;
  wasObserved: boolean;
  requestId?: string;
}

export function draftOf(row: SubjectRow): SubjectDraft {
  const observed: ObservedSubject | undefined = row.observed
    ? defined({
        ...JSON.parse(row.observed),
        schema: row.observed_schema ?? undefined,
      })
    : undefined;
  return {
    environment: row.environment,
    name: row.name,
    desired: row.desired ? JSON.parse(row.desired) : undefined,
    observed,
    wasObserved: Boolean(row.was_observed),
    requestId: row.request_id ?? undefined,
  };
}

/** Undefined where nobody wants it and nobody sees it. */
export function settled(
  draft: SubjectDraft,
  owners: Owners,
): SubjectRow | undefined {
  const { environment, name, desired, observed, wasObserved } = draft;
  if (!desired && !observed) return undefined;
  const { schema, ...rest } = observed ?? { name };
  return {
    environment,
    name,
    instance: owners.ofSubject(name) ?? null,
    phase: phaseOf(draft),
    is_desired: desired !== undefined,
    is_observed: observed !== undefined,
    was_observed: wasObserved,
    desired: desired ? JSON.stringify(desired) : null,
    observed: observed ? JSON.stringify(rest) : null,
    observed_schema: schema ?? null,
    request_id: draft.requestId ?? null,
  };
}

/** A schema that is registered is there for good, so only the level can drift. */
function phaseOf({ desired, observed, wasObserved }: SubjectDraft): Phase {
  if (!observed) return wasObserved ? 'missing' : 'pending';
  const level = desired?.compatibility;
  return level !== undefined && observed.compatibility !== level
    ? 'drifted'
    : 'ready';
}

export function toSubject(
  row: SubjectRow,
  instances: ReadonlyMap<string, InstanceRow>,
): StoredSubject {
  const draft = draftOf(row);
  return defined({
    environment: row.environment,
    name: row.name,
    ...ownedBy(row.instance, instances),
    phase: row.phase as Phase,
    desired: draft.desired,
    observed: draft.observed,
    wasObserved: draft.wasObserved,
    requestId: draft.requestId,
  });
}
