// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type {
  DriftChoice,
  DriftEntry,
  DriftQuery,
  KafkaPage,
} from '@fairway/backstage-plugin-kafka-self-serve-common';
import type {
  InstanceOwner,
  KafkaParts,
  StoredDrift,
  Viewer,
} from '../domain/ports';
import { kafkaError } from '../errors';
import { action, isOwner } from './actions';
import { isVisible } from './visible';

type Parts = Pick<KafkaParts, 'stores'>;

/** Differences with whom each is about. */
export async function driftPage(
  { stores }: Parts,
  query: DriftQuery,
  viewer: Viewer,
): Promise<KafkaPage<DriftEntry>> {
  const page = await stores.drift.page(query, viewer);
  const instances = await stores.applications.owners(
    page.items.flatMap(({ instance }) => instance ?? []),
  );
  return {
    ...page,
    items: page.items.map(entry => ownedEntry(entry, instances, viewer)),
    snapshots: await stores.snapshots.info(query.environment),
  };
}

function ownedEntry(
  entry: StoredDrift,
  instances: ReadonlyMap<string, InstanceOwner>,
  viewer: Viewer,
): DriftEntry {
  const instance = entry.instance && instances.get(entry.instance);
  const owner = instance && {
    application: instance.application,
    ownerRef: instance.ownerRef,
  };
  const owned = { ...entry, ...owner };
  return { ...owned, action: action(notOwner(viewer, owned)?.message) };
}

/** Why a viewer can do nothing about a difference: it is for the owner and for administrators. */
function notOwner(
  viewer: Viewer,
  { name, ownerRef }: Pick<DriftEntry, 'name' | 'ownerRef'>,
): Error | undefined {
  if (viewer.isAdministrator || isOwner(viewer, { ownerRef })) return undefined;
  return kafkaError('kafka-not-owner', {
    user: viewer.userRef,
    subject: `the difference of ${name}`,
    owners: ownerRef ?? 'nobody',
  });
}

/** Ignores a difference, watches it again, or takes what is there for what is desired. */
export async function chooseDrift(
  { stores }: Parts,
  options: { id: string; input: DriftChoice; viewer: Viewer },
): Promise<DriftEntry> {
  const { id, input, viewer } = options;
  const stored = await stores.drift.get(id);
  const instances = await stores.applications.owners(
    stored?.instance ? [stored.instance] : [],
  );
  const entry = stored && ownedEntry(stored, instances, viewer);
  if (!entry || !isVisible(viewer, { ...entry, type: 'topic' })) {
    throw kafkaError('kafka-not-found', { type: 'difference', name: id });
  }
  const refusal = notOwner(viewer, entry);
  if (refusal) throw refusal;
  const { choice, comment } = input;
  if (choice === 'adopt') {
    await stores.transaction(async bound => {
      await adopt(bound, entry);
      await bound.drift.remove(id);
    });
    return entry;
  }
  const ignored = choice === 'ignore';
  await stores.drift.choose(id, { ignored, by: viewer.userRef, comment });
  return { ...entry, ignored };
}

/** What is there becomes what is desired; nothing is written to the cluster. */
async function adopt(
  stores: KafkaParts['stores'],
  { kind, environment, name }: DriftEntry,
): Promise<void> {
  if (kind === 'topic-missing') {
    await stores.topics.removeDesired(environment, [name]);
    return;
  }
  if (kind === 'subject-missing') {
    await stores.subjects.removeDesired(environment, [name]);
    return;
  }
  if (kind === 'topic-changed') {
    const topic = await stores.topics.get(environment, name);
    if (!topic?.observed) return;
    const { partitions, replicationFactor, configs } = topic.observed;
    await stores.topics.setDesired([
      { environment, spec: { name, partitions, replicationFactor, configs } },
    ]);
    return;
  }
  if (kind === 'subject-changed') {
    const subject = await stores.subjects.get(environment, name);
    if (!subject?.observed) return;
    const { format, schema, references, compatibility } = subject.observed;
    await stores.subjects.setDesired(environment, [
      { name, format, schema, references, compatibility },
    ]);
    return;
  }
  // Access and quotas belong to instances: they change by a request of their own.
  throw kafkaError('kafka-input-invalid', {
    reason: `a difference of the kind ${kind} cannot be adopted: ask for access or a quota instead, or repair it`,
  });
}
