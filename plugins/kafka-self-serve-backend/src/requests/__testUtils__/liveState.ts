// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import {
  KAFKA_TOPIC_CONFIGS,
  type ObservedGroup,
} from '@fairway/backstage-plugin-kafka-self-serve-common';
import type { KafkaState, KafkaStores } from '../../domain/ports';
import { kafkaError } from '../../errors';
import { succeededOf } from '../../kafka/outcomes';
import type { KafkaAdmin } from '../../kafka/types';
import { findSubject } from '../execute/subjectWorks';
import type { OpenCluster } from './openCluster';

/** The state of one cluster: everything that is read is read now; without `live` nothing is. */
export function liveState(options: {
  stores: KafkaStores;
  opened: () => Pick<OpenCluster, 'admin' | 'registry'>;
}): KafkaState {
  const { stores, opened } = options;
  return {
    async load(name, { live } = {}) {
      const { admin, registry } = opened();
      const environment = await stores.environments.get(name);
      if (!environment) {
        throw kafkaError('kafka-environment-not-found', { name });
      }
      const { applications, topics, grants, credentials, policies } = stores;
      const observed = await stores.snapshots.observed(name);
      if (live) {
        const { brokers } = await admin.describeCluster();
        observed.brokers = brokers.length;
      }
      const named = live?.topics ?? [];
      if (live?.topicList) observed.topics = await admin.listTopics();
      if (named.length > 0) {
        const found = succeededOf(await admin.describeTopics(named));
        observed.topics = [
          ...observed.topics.filter(topic => !named.includes(topic.name)),
          ...found.values(),
        ];
      }
      if (live?.acls) observed.acls = await admin.listAcls();
      if (live?.quotas) observed.quotas = await admin.listQuotas();
      if (live?.scramUsers) observed.scramUsers = await admin.listScramUsers();
      if (live?.groups) observed.groups = await groupsOf(admin);
      for (const subject of live?.subjects ?? []) {
        const latest = await findSubject(registry, subject);
        const level = await registry.getCompatibility(subject);
        observed.subjects = observed.subjects.filter(
          each => each.name !== subject,
        );
        if (!latest) continue;
        observed.subjects.push({
          name: subject,
          format: latest.format,
          version: latest.version,
          schema: latest.schema,
          references: latest.references,
          ...(level && { compatibility: level }),
        });
      }
      return {
        environment,
        environments: await stores.environments.list(),
        applications: await applications.list(),
        instances: await applications.instances({ environment: name }),
        grants: await grants.list({ environment: name }),
        credentials: await credentials.list({ environment: name }),
        topics: await topics.all({ environment: name }),
        policies: (await policies.list()).filter(policy =>
          environment.policyRefs.includes(policy.name),
        ),
        observed,
        definitions: KAFKA_TOPIC_CONFIGS,
        live: live !== undefined,
      };
    },
  };
}

async function groupsOf(admin: KafkaAdmin): Promise<ObservedGroup[]> {
  const listed = await admin.listGroups();
  const described = succeededOf(await admin.describeGroups(listed));
  const offsets = succeededOf(
    await admin.listGroupOffsets(listed.map(({ groupId }) => groupId)),
  );
  return [...described.values()].map(({ groupId, state, members, topics }) => ({
    groupId,
    state,
    members,
    topics: [
      ...new Set([
        ...topics,
        ...(offsets.get(groupId) ?? []).map(({ topic }) => topic),
      ]),
    ],
  }));
}
