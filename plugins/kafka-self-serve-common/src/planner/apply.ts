// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { aclKey } from '../acls/bindings';
import type { ObservedState } from '../model/observed';
import type { PlanStep } from './types';

/**
 * The state after one step, as a cluster would have it: for dry runs, and to
 * compare what was read back with what was to be.
 *
 * @public
 */
export function applyStep(
  observed: ObservedState,
  step: PlanStep,
): ObservedState {
  const { topics, subjects, acls, quotas = [], scramUsers = [] } = observed;
  switch (step.action) {
    case 'topic.create':
      return { ...observed, topics: [...topics, step.after] };
    case 'topic.partitions':
      return {
        ...observed,
        topics: topics.map(topic =>
          topic.name === step.topic ? { ...topic, ...step.after } : topic,
        ),
      };
    case 'topic.configs':
      return {
        ...observed,
        topics: topics.map(topic =>
          topic.name === step.topic
            ? { ...topic, configs: overlay(topic.configs, step) }
            : topic,
        ),
      };
    case 'topic.delete':
      return { ...observed, topics: without(topics, step.before) };
    case 'subject.register': {
      const old = subjects.find(({ name }) => name === step.after.name);
      const { references, ...kept } = old ?? { name: step.after.name };
      const version = (old?.version ?? 0) + 1;
      return {
        ...observed,
        subjects: [
          ...without(subjects, step.after),
          { ...kept, ...step.after, version },
        ],
      };
    }
    case 'subject.compatibility': {
      const old = subjects.find(({ name }) => name === step.subject);
      const subject = { name: step.subject, ...old, ...step.after };
      return {
        ...observed,
        subjects: [...without(subjects, subject), subject],
      };
    }
    case 'subject.delete':
      return { ...observed, subjects: without(subjects, step.before) };
    case 'acl.create':
      return { ...observed, acls: [...acls, step.after] };
    case 'acl.delete': {
      const key = aclKey(step.before);
      return { ...observed, acls: acls.filter(acl => aclKey(acl) !== key) };
    }
    case 'quota.set': {
      const { user } = step.after;
      const others = quotas.filter(quota => quota.user !== user);
      return { ...observed, quotas: [...others, step.after] };
    }
    case 'user.create':
      return { ...observed, scramUsers: [...scramUsers, step.after] };
    default: {
      const { user } = step.before;
      return {
        ...observed,
        scramUsers: scramUsers.filter(found => found.user !== user),
      };
    }
  }
}

/** The state after all steps. @public */
export function applySteps(
  observed: ObservedState,
  steps: readonly PlanStep[],
): ObservedState {
  return steps.reduce(applyStep, observed);
}

function without<T extends { name: string }>(
  items: readonly T[],
  gone: { name: string },
): T[] {
  return items.filter(({ name }) => name !== gone.name);
}

function overlay(
  configs: Readonly<Record<string, string>>,
  { before, after }: Extract<PlanStep, { action: 'topic.configs' }>,
): Record<string, string> {
  const kept = Object.entries(configs).filter(
    ([key]) => !Object.hasOwn(before, key) || Object.hasOwn(after, key),
  );
  return { ...Object.fromEntries(kept), ...after };
}
