// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { aclKey, groupBy } from '../acls/bindings';
import { isCompacted } from '../configs/effective';
import type { TopicConfigDefinitions } from '../configs/types';
import type {
  AclBinding,
  ObservedState,
  ObservedTopic,
} from '../model/observed';
import type { TopicSpec } from '../model/resources';
import { below, type Problem, problem } from '../problems';
import { checkConfigs } from '../rules/configs';
import {
  checkKeyOrder,
  checkPartitions,
  checkReplicationFactor,
} from '../rules/sizing';
import { isActiveGroup } from '../rules/topicDelete';
import { checkTopicName, foldTopicName } from '../rules/topicNames';
import { aclInWords } from './accessSteps';
import { configChanges } from './topicSteps';
import type { DesiredState } from './types';

/** What the rules have to know about the cluster that is planned for. @public */
export interface PlanContext {
  desired: DesiredState;
  observed: ObservedState;
  /** What the broker describes; left out: Kafka 4.4. */
  definitions?: TopicConfigDefinitions;
  tieredStorage?: boolean;
}

/** Everything that keeps the desired state from being reached, and what to know about it. */
export function checkDesired(options: PlanContext): Problem[] {
  const { desired, observed } = options;
  const { topics = [], subjects = [] } = desired;
  return [
    ...twice('topic', 'topics', topics),
    ...twice('subject', 'subjects', subjects),
    ...twice(
      'user',
      'quotas',
      (desired.quotas ?? []).map(({ user: name }) => ({ name })),
    ),
    ...checkTopics(options, topics),
    ...checkDeletions(desired, observed),
    ...contradictions(desired),
    ...checkAcls(desired, observed),
  ];
}

function twice(
  section: string,
  key: string,
  items: readonly { name: string }[],
): Problem[] {
  const seen = new Set<string>();
  return items.flatMap(({ name }, index) => {
    const where = { path: [key, index], value: name };
    const isNew = !seen.has(name);
    seen.add(name);
    return isNew ? [] : [problem('file-duplicate', { section, name }, where)];
  });
}

function checkTopics(
  options: PlanContext,
  topics: readonly TopicSpec[],
): Problem[] {
  const byName = new Map(
    options.observed.topics.map(topic => [topic.name, topic]),
  );
  const deleted = new Set(options.desired.deletedTopics);
  // A name is free again only after the plan: what goes still collides.
  const existing = groupBy(byName.keys(), foldTopicName);
  const seen = new Map<string, string[]>();
  return topics.flatMap((topic, index) => {
    const current = byName.get(topic.name);
    const folded = foldTopicName(topic.name);
    const problems = current
      ? checkChange(options, topic, current)
      : checkNew(options, topic, {
          existing: existing.get(folded) ?? [],
          pending: seen.get(folded) ?? [],
        });
    if (!current) seen.set(folded, [...(seen.get(folded) ?? []), topic.name]);
    if (deleted.has(topic.name)) {
      problems.push(
        problem(
          'topic-contradiction',
          { name: topic.name },
          { path: ['name'], value: topic.name },
        ),
      );
    }
    return below(['topics', index], problems);
  });
}

function checkNew(
  options: PlanContext,
  topic: TopicSpec,
  names: { existing: string[]; pending: string[] },
): Problem[] {
  const { brokers } = options.observed;
  const pending = names.pending.filter(other => other !== topic.name);
  return [
    ...checkTopicName({ ...names, pending, name: topic.name }),
    ...checkPartitions(topic),
    ...checkReplicationFactor({ ...topic, brokers }),
    ...checkConfigs({ ...options, ...topic }),
  ];
}

function checkChange(
  options: PlanContext,
  topic: TopicSpec,
  observed: ObservedTopic,
): Problem[] {
  const { definitions } = options;
  const { name, partitions, replicationFactor, configs } = topic;
  const current = observed.partitions;
  const changes = configChanges(observed.configs, configs, definitions);
  const compacted = isCompacted({ configs: observed.configs, definitions });
  return [
    ...checkPartitions({ name, partitions, current }),
    ...checkKeyOrder({ name, partitions, current, compacted }),
    ...checkReplicationFactor({
      name,
      replicationFactor,
      current: observed.replicationFactor,
    }),
    // Configs that stay as they are were judged when they came to be.
    ...(changes
      ? checkConfigs({ ...options, ...topic, current: observed.configs })
      : []),
  ];
}

/** Nothing is deleted under somebody who reads it, as far as the groups are known. */
function checkDeletions(
  { deletedTopics = [] }: DesiredState,
  { groups = [] }: ObservedState,
): Problem[] {
  return deletedTopics.flatMap(name =>
    groups
      .filter(group => group.topics.includes(name) && isActiveGroup(group))
      .map(({ groupId: group, members, state }) => {
        const values = { name, group, members, state };
        return problem('topic-delete-active-group', values, {
          path: ['deletedTopics'],
          value: name,
        });
      }),
  );
}

function contradictions(desired: DesiredState): Problem[] {
  const revoked = new Set((desired.revokedAcls ?? []).map(aclKey));
  const deletedSubjects = new Set(desired.deletedSubjects);
  return [
    ...(desired.acls ?? []).flatMap((acl, index) => {
      const where = { path: ['acls', index] };
      return revoked.has(aclKey(acl))
        ? [problem('acl-contradiction', { acl: aclInWords(acl) }, where)]
        : [];
    }),
    ...(desired.subjects ?? []).flatMap(({ name }, index) => {
      const where = { path: ['subjects', index], value: name };
      return deletedSubjects.has(name)
        ? [problem('subject-contradiction', { name }, where)]
        : [];
    }),
  ];
}

/** Whether an ACL names one topic, and no other. */
export function isAclOfTopic(acl: AclBinding): boolean {
  const { resourceType, patternType, resourceName } = acl;
  return (
    resourceType === 'TOPIC' &&
    patternType === 'LITERAL' &&
    resourceName !== '*'
  );
}

function checkAcls(desired: DesiredState, observed: ObservedState): Problem[] {
  const { acls = [], topics = [], deletedTopics = [] } = desired;
  const deleted = new Set(deletedTopics);
  const there = new Set(
    [...observed.topics, ...topics].map(({ name }) => name),
  );
  return acls.flatMap((acl, index) => {
    if (!isAclOfTopic(acl)) return [];
    const where = { path: ['acls', index], value: acl.resourceName };
    const words = { acl: aclInWords(acl) };
    if (deleted.has(acl.resourceName)) {
      return [problem('acl-for-deleted-topic', words, where)];
    }
    return there.has(acl.resourceName)
      ? []
      : [problem('acl-topic-missing', words, where)];
  });
}
