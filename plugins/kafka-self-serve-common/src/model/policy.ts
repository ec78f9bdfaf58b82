// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

/** What a constraint looks at: `configs` (its keys), or one value. @public */
export type ConstraintField =
  | 'name'
  | 'partitions'
  | 'replicationFactor'
  | 'configs'
  | `configs.${string}`;

/** @public */
export type ConstraintCheck =
  /** Inclusive, of a number; "no limit" is above every `max`. */
  | { kind: 'range'; min?: number; max?: number }
  | { kind: 'one-of'; values: string[] }
  | { kind: 'none-of'; values: string[] }
  /** The whole value has to match. */
  | { kind: 'regex'; pattern: string }
  /** Of `configs`: overrides that a topic has to have. */
  | { kind: 'required-keys'; keys: string[] }
  /** Of `configs`: no other overrides. */
  | { kind: 'allowed-keys'; keys: string[] };

/** @public */
export type Severity = 'error' | 'warn';

/** @public */
export type Constraint = ConstraintCheck & {
  field: ConstraintField;
  severity: Severity;
  /** Why the rule is there, shown to whoever runs into it. */
  message: string;
};

/** Rules of a company for topics; environments name the ones that hold there. @public */
export interface TopicPolicy {
  name: string;
  description?: string;
  constraints: Constraint[];
}
