// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type { FieldChange, PlanView } from '@fairway/requests-common';
import { aclKey } from '../acls/bindings';
import type { KafkaPlan, PlanStep } from './types';

/** A value with its fields, as far as a person has to see them. */
type Side = object | undefined;

function flatten(prefix: string, side: Side): Map<string, string> {
  const fields = new Map<string, string>();
  for (const [key, value] of Object.entries(side ?? {})) {
    if (value === undefined) continue;
    const path = prefix ? `${prefix}.${key}` : key;
    if (typeof value === 'object' && !Array.isArray(value)) {
      flatten(path, value).forEach((text, inside) => fields.set(inside, text));
    } else {
      fields.set(
        path,
        typeof value === 'object' ? JSON.stringify(value) : String(value),
      );
    }
  }
  return fields;
}

/** Every field that differs between two values, by path. @public */
export function fieldChanges(options: {
  /** Begins every path: `topic orders`. */
  of: string;
  before?: object;
  after?: object;
}): FieldChange[] {
  const { of: subject } = options;
  const before = flatten('', options.before);
  const after = flatten('', options.after);
  return [...new Set([...before.keys(), ...after.keys()])]
    .filter(path => before.get(path) !== after.get(path))
    .map(path => ({
      path: `${subject} / ${path}`,
      ...(before.has(path) && { before: before.get(path) }),
      ...(after.has(path) && { after: after.get(path) }),
    }));
}

/** What a step changes, field by field. */
export function changesOfStep(step: PlanStep): FieldChange[] {
  const before = 'before' in step ? step.before : undefined;
  const after = 'after' in step ? step.after : undefined;
  if (step.action === 'topic.configs') {
    return fieldChanges({
      of: `topic ${step.topic}`,
      before: { configs: before },
      after: { configs: after },
    });
  }
  return fieldChanges({ of: subjectOfStep(step), before, after });
}

function subjectOfStep(step: PlanStep): string {
  switch (step.action) {
    case 'topic.create':
      return `topic ${step.after.name}`;
    case 'topic.delete':
      return `topic ${step.before.name}`;
    case 'topic.partitions':
    case 'topic.configs':
      return `topic ${step.topic}`;
    case 'subject.register':
      return `subject ${step.after.name}`;
    case 'subject.delete':
      return `subject ${step.before.name}`;
    case 'subject.compatibility':
      return `subject ${step.subject}`;
    case 'acl.create':
      return `access ${aclKey(step.after)}`;
    case 'acl.delete':
      return `access ${aclKey(step.before)}`;
    case 'quota.set':
      return `quota ${step.after.user}`;
    case 'user.create':
      return `user ${step.after.user}`;
    default:
      return `user ${step.before.user}`;
  }
}

/** A plan as a request shows it. @public */
export function planView(plan: KafkaPlan): PlanView {
  return {
    fields: plan.changes,
    effects: plan.steps.map(({ title }) => title),
  };
}
