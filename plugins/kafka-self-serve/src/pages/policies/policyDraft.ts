// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type {
  Constraint,
  ConstraintField,
  TopicPolicyInput,
} from '@fairway/backstage-plugin-kafka-self-serve-common';

export const KINDS = [
  'range',
  'one-of',
  'none-of',
  'regex',
  'required-keys',
  'allowed-keys',
] as const;

/** A rule as it is written in the form: every field of every kind. */
export interface RuleDraft {
  kind: Constraint['kind'];
  field: string;
  min: number;
  max: number;
  /** Values or keys, separated by commas. */
  list: string;
  pattern: string;
  severity: Constraint['severity'];
  message: string;
}

export const NEW_RULE: RuleDraft = {
  kind: 'range',
  field: 'partitions',
  min: NaN,
  max: NaN,
  list: '',
  pattern: '',
  severity: 'error',
  message: '',
};

export const isAboutKeys = (kind: Constraint['kind']) =>
  kind === 'required-keys' || kind === 'allowed-keys';

export function ruleDraftOf(constraint: Constraint): RuleDraft {
  const { kind, field, severity, message } = constraint;
  const of = constraint as Partial<{
    min: number;
    max: number;
    values: string[];
    keys: string[];
    pattern: string;
  }>;
  return {
    kind,
    field,
    severity,
    message,
    min: of.min ?? NaN,
    max: of.max ?? NaN,
    list: (of.values ?? of.keys ?? []).join(', '),
    pattern: of.pattern ?? '',
  };
}

/** What is sent; the server checks the fields. */
export function constraintOf(
  draft: RuleDraft,
): TopicPolicyInput['constraints'][number] {
  const { kind, severity, min, max, pattern } = draft;
  const message = draft.message.trim();
  const list = draft.list
    .split(',')
    .map(each => each.trim())
    .filter(Boolean);
  const field = draft.field.trim() as Exclude<ConstraintField, 'configs'>;
  switch (kind) {
    case 'range':
      return {
        kind,
        field,
        ...(!Number.isNaN(min) && { min }),
        ...(!Number.isNaN(max) && { max }),
        severity,
        message,
      };
    case 'one-of':
    case 'none-of':
      return { kind, field, values: list, severity, message };
    case 'regex':
      return { kind, field, pattern, severity, message };
    default:
      return { kind, field: 'configs', keys: list, severity, message };
  }
}
