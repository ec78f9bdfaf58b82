// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { aclsWithout, uniqueAcls } from '../acls/bindings';
import { isAcceptable } from '../problems';
import { aclSteps, quotaSteps, userSteps } from './accessSteps';
import { changesOfStep } from './changes';
import { checkDesired, isAclOfTopic, type PlanContext } from './checkDesired';
import { risksOf } from './risks';
import { subjectDeletion, subjectSteps } from './subjectSteps';
import { topicDeletion, topicSteps } from './topicSteps';
import type { PlanOutcome, PlanStep } from './types';

const byName = (one: { name: string }, other: { name: string }) =>
  one.name < other.name ? -1 : 1;

/**
 * What has to be done, in order, so that the observed state becomes the desired
 * one; or why it cannot be. The same input gives the same plan, and once a plan
 * is done the next one is empty.
 *
 * Fewer partitions and another number of replicas are refused, never planned.
 * Topics and subjects go only when they are named in `deletedTopics` and
 * `deletedSubjects`; with a topic go the ACLs that name it, before it.
 *
 * @public
 */
export function planChanges(options: PlanContext): PlanOutcome {
  const { observed, definitions } = options;
  const problems = checkDesired(options);
  if (!isAcceptable(problems)) {
    const codes = problems
      .filter(({ severity }) => severity === 'error')
      .map(({ code }) => code);
    return {
      outcome: 'refused',
      codes: [...new Set(codes)].sort(),
      problems,
    };
  }
  const steps = stepsOf(options);
  const created = steps.flatMap(step =>
    step.action === 'acl.create' ? [step.after] : [],
  );
  const removed = steps.flatMap(step =>
    step.action === 'acl.delete' ? [step.before] : [],
  );
  const acls = aclsWithout([...observed.acls, ...created], removed);
  return {
    outcome: 'planned',
    plan: {
      version: 1,
      steps,
      changes: steps.flatMap(changesOfStep),
      risks: risksOf({ steps, acls, definitions }),
    },
    problems,
  };
}

function stepsOf({ desired, observed, definitions }: PlanContext): PlanStep[] {
  const topics = new Map(observed.topics.map(topic => [topic.name, topic]));
  const subjects = new Map(observed.subjects.map(found => [found.name, found]));
  const leaving = [...new Set(desired.deletedTopics)]
    .map(name => topics.get(name))
    .filter(topic => topic !== undefined)
    .sort(byName);
  const leavingNames = new Set(leaving.map(({ name }) => name));
  const acls = aclSteps({
    create: desired.acls ?? [],
    remove: uniqueAcls([
      ...(desired.revokedAcls ?? []),
      ...observed.acls.filter(
        acl => isAclOfTopic(acl) && leavingNames.has(acl.resourceName),
      ),
    ]),
    observed: observed.acls,
  });
  const users = userSteps(desired, observed);
  return [
    ...[...(desired.topics ?? [])].sort(byName).flatMap(topic =>
      topicSteps({
        desired: topic,
        observed: topics.get(topic.name),
        definitions,
      }),
    ),
    ...[...(desired.subjects ?? [])]
      .sort(byName)
      .flatMap(subject => subjectSteps(subject, subjects.get(subject.name))),
    ...users.creations,
    ...quotaSteps(desired, observed),
    ...acls.creations,
    ...acls.removals,
    ...users.removals,
    ...[...new Set(desired.deletedSubjects)]
      .map(name => subjects.get(name))
      .filter(subject => subject !== undefined)
      .sort(byName)
      .map(subjectDeletion),
    ...leaving.map(topic => topicDeletion(topic, definitions)),
  ];
}
