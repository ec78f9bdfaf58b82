// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { effectiveConfig } from '../configs/effective';
import { KAFKA_TOPIC_CONFIGS } from '../configs/definitions';
import type { TopicConfigDefinitions } from '../configs/types';
import { configInWords } from '../configs/words';
import type { Constraint, TopicPolicy } from '../model/policy';
import type { TopicSpec } from '../model/resources';
import { type Problem, type ProblemPath, problem } from '../problems';

/** @public */
export interface PolicyCheck {
  spec: TopicSpec;
  policies: readonly TopicPolicy[];
  /** What the broker describes: a topic without an override has its default. */
  definitions?: TopicConfigDefinitions;
}

/** Every constraint that a topic does not keep. @public */
export function checkPolicies(options: PolicyCheck): Problem[] {
  return options.policies.flatMap(policy =>
    policy.constraints.flatMap(constraint =>
      isAboutKeys(constraint)
        ? checkKeys(options, policy, constraint)
        : checkValue(options, policy, constraint),
    ),
  );
}

type KeyConstraint = Extract<Constraint, { keys: string[] }>;
type ValueConstraint = Exclude<Constraint, { keys: string[] }>;

function isAboutKeys(constraint: Constraint): constraint is KeyConstraint {
  return (
    constraint.kind === 'required-keys' || constraint.kind === 'allowed-keys'
  );
}

function checkKeys(
  { spec }: PolicyCheck,
  policy: TopicPolicy,
  constraint: KeyConstraint,
): Problem[] {
  const keys = Object.keys(spec.configs);
  const allowed = constraint.kind === 'allowed-keys';
  const wrong = allowed
    ? keys.filter(key => !constraint.keys.includes(key))
    : constraint.keys.filter(key => !keys.includes(key));
  const fault = allowed
    ? `may be one of ${constraint.keys.join(', ') || 'none'}`
    : 'has to be given';
  return wrong.map(key =>
    breach(policy, constraint, key, fault, ['configs', key]),
  );
}

function checkValue(
  options: PolicyCheck,
  policy: TopicPolicy,
  constraint: ValueConstraint,
): Problem[] {
  const { field } = constraint;
  const value = valueOf(options, field);
  if (value === undefined) return [];
  const fault = faultOf(constraint, value, unlimitedOf(options, field));
  if (!fault) return [];
  const path = field.startsWith('configs.')
    ? ['configs', field.slice('configs.'.length)]
    : [field];
  return [breach(policy, constraint, value, fault, path)];
}

function valueOf(options: PolicyCheck, field: string): string | undefined {
  const { spec, definitions } = options;
  if (field.startsWith('configs.')) {
    const key = field.slice('configs.'.length);
    return effectiveConfig({ configs: spec.configs, definitions }, key);
  }
  if (field === 'name') return spec.name;
  if (field === 'partitions') return String(spec.partitions);
  return field === 'replicationFactor'
    ? String(spec.replicationFactor)
    : undefined;
}

function unlimitedOf({ definitions }: PolicyCheck, field: string) {
  const key = field.slice('configs.'.length);
  return (definitions ?? KAFKA_TOPIC_CONFIGS).get(key)?.unlimited;
}

function faultOf(
  constraint: ValueConstraint,
  value: string,
  unlimited: string | undefined,
): string | undefined {
  switch (constraint.kind) {
    case 'range':
      return rangeFault(
        constraint,
        value === unlimited ? Infinity : Number(value),
        limit => configInWords(constraint.field, String(limit)),
      );
    case 'one-of':
      return constraint.values.includes(value)
        ? undefined
        : `has to be one of ${constraint.values.join(', ')}`;
    case 'none-of':
      return constraint.values.includes(value)
        ? `cannot be one of ${constraint.values.join(', ')}`
        : undefined;
    default:
      return new RegExp(`^(?:${constraint.pattern})$`, 'u').test(value)
        ? undefined
        : `has to match ${constraint.pattern}`;
  }
}

function rangeFault(
  { min, max }: { min?: number; max?: number },
  number: number,
  inWords: (limit: number) => string,
) {
  if (Number.isNaN(number)) return 'has to be a number';
  if (min !== undefined && number < min) {
    return `has to be at least ${inWords(min)}`;
  }
  return max !== undefined && number > max
    ? `has to be at most ${inWords(max)}`
    : undefined;
}

function breach(
  policy: TopicPolicy,
  { field, severity, message }: Constraint,
  value: string,
  fault: string,
  path: ProblemPath,
): Problem {
  const code = severity === 'error' ? 'policy-violated' : 'policy-advice';
  const values = { policy: policy.name, field, value, fault, message };
  return problem(code, values, { path, value });
}
