// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import {
  nextEnvironment,
  type TopicConfigView,
  topicDrift,
  topicResourceRef,
  type TopicDetail,
  type TopicGroupView,
  type TopicPartitionView,
} from '@fairway/backstage-plugin-kafka-self-serve-common';
import type {
  Cluster,
  KafkaParts,
  StoredGroup,
  StoredTopic,
  Viewer,
} from '../domain/ports';
import { outcomeOf, succeededOf } from '../kafka/outcomes';
import { lagOf } from '../snapshot/readGroups';
import { aclsOfTopic, grantView, ownerPrincipals } from './access';
import { readLive } from './live';
import { topicActions } from './topicActions';
import { subjectSummary, topicSummary } from './topicSummary';
import { visible } from './visible';

type Parts = Pick<
  KafkaParts,
  'authority' | 'clock' | 'clusters' | 'logger' | 'openRequests' | 'stores'
>;

/** One topic with everything that is known of it, from the cluster where it answers. */
export async function topicDetail(
  parts: Parts,
  ref: { environment: string; name: string },
  viewer: Viewer,
): Promise<TopicDetail> {
  const { stores, openRequests, clock } = parts;
  const { environment, name } = ref;
  const topic = visible(viewer, await stores.topics.get(environment, name), {
    type: 'topic',
    name,
  });
  const [groups, subjects, { instances, grants }, environments, acls] =
    await Promise.all([
      stores.groups.ofTopic(environment, name),
      stores.subjects.ofTopic(environment, name),
      partiesOf(stores, environment, name),
      stores.environments.list(),
      aclsOfTopic(parts, environment, name),
    ]);
  const live = await readLive(parts, environment, cluster =>
    readNow(cluster, topic, groups),
  );
  const [snapshot] = await stores.snapshots.info([environment]);
  const here = environments.find(each => each.name === environment);
  const promotesTo = here && nextEnvironment(environments, here)?.name;
  return {
    ...topicSummary(topic),
    topicId: topic.observed?.topicId,
    desired: topic.desired,
    observed: topic.observed,
    drift:
      topic.desired && topic.observed
        ? topicDrift({ desired: topic.desired, observed: topic.observed })
        : [],
    configs: live?.configs ?? configsOfSnapshot(topic),
    layout: live?.layout ?? [],
    groups: live?.groups ?? groups.map(group => groupView(group)),
    access: {
      owners: ownerPrincipals(instances, name),
      grants: grants.map(grant =>
        grantView(grant, {
          viewer,
          instances: new Map(instances.map(each => [each.id, each])),
          now: clock(),
        }),
      ),
      acls,
    },
    subjects: subjects.map(subjectSummary),
    openRequests: await openRequests.about([
      topicResourceRef(environment, name),
    ]),
    promotesTo,
    live: live !== undefined,
    snapshot,
    actions: await topicActions(parts, { topic, viewer, promotesTo }),
  };
}

/** Whoever owns the topic, the access that was given to it, and to whom. */
async function partiesOf(
  stores: Pick<Parts['stores'], 'applications' | 'grants'>,
  environment: string,
  name: string,
) {
  const grants = await stores.grants.involved(environment, { topics: [name] });
  const instances = await stores.applications.involved(environment, {
    ids: grants.flatMap(({ owner, grantee }) => [owner, grantee]),
    patterns: [{ type: 'TOPIC', pattern: 'LITERAL', name }],
  });
  return { grants, instances };
}

interface Now {
  configs: TopicConfigView[];
  layout: TopicPartitionView[];
  groups: TopicGroupView[];
}

async function readNow(
  { admin }: Cluster,
  topic: StoredTopic,
  groups: readonly StoredGroup[],
): Promise<Now> {
  const { name } = topic;
  const [described, starts, ends, offsets] = await Promise.all([
    admin.describeTopics([name]),
    admin.listOffsets([name], 'earliest'),
    admin.listOffsets([name], 'latest'),
    groups.length
      ? admin.listGroupOffsets(groups.map(({ groupId }) => groupId))
      : new Map(),
  ]);
  const found = outcomeOf(described, name);
  const first = succeededOf(starts).get(name);
  const next = succeededOf(ends).get(name);
  const committed = succeededOf(offsets);
  const known = new Map(
    next?.flatMap(({ partition, offset }) =>
      offset === undefined ? [] : [[`${name}/${partition}`, offset] as const],
    ),
  );
  return {
    configs: found.entries.map(entry => ({
      name: entry.name,
      value: entry.value,
      source: entry.overridden ? 'override' : 'default',
      default: entry.default,
      desired: desiredValue(topic, entry.name, entry.value),
      readOnly: entry.readOnly,
    })),
    layout: found.layout.map(each => ({
      ...each,
      start: first?.find(({ partition }) => partition === each.partition)
        ?.offset,
      end: next?.find(({ partition }) => partition === each.partition)?.offset,
    })),
    groups: groups.map(group =>
      groupView(
        group,
        lagOf(
          (committed.get(group.groupId) ?? []).filter(
            (each: { topic: string }) => each.topic === name,
          ),
          known,
        ),
      ),
    ),
  };
}

function groupView(group: StoredGroup, lag?: string): TopicGroupView {
  const { groupId, state, members, instance, application, ownerRef } = group;
  return { groupId, state, members, instance, application, ownerRef, lag };
}

function desiredValue(topic: StoredTopic, key: string, value?: string) {
  const wanted = topic.desired?.configs[key];
  return wanted !== undefined && wanted !== value ? wanted : undefined;
}

function configsOfSnapshot(topic: StoredTopic): TopicConfigView[] {
  const { observed } = topic;
  const values = { ...observed?.effective, ...observed?.configs };
  return Object.entries(values).map(([name, value]) => ({
    name,
    value,
    source: name in (observed?.configs ?? {}) ? 'override' : 'default',
    desired: desiredValue(topic, name, value),
    readOnly: false,
  }));
}
