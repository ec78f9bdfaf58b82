// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type { Constraint } from '@fairway/backstage-plugin-kafka-self-serve-common';
import { constraintOf, ruleDraftOf } from './policyDraft';

const why = { severity: 'warn', message: 'Because.' } as const;

describe('the draft of a rule', () => {
  it.each<Constraint>([
    { kind: 'range', field: 'partitions', min: 1, max: 12, ...why },
    { kind: 'range', field: 'replicationFactor', min: 3, ...why },
    { kind: 'one-of', field: 'configs.cleanup.policy', values: ['a'], ...why },
    { kind: 'none-of', field: 'name', values: ['x', 'y'], ...why },
    { kind: 'regex', field: 'name', pattern: '[a-z,]{1,3}', ...why },
    { kind: 'required-keys', field: 'configs', keys: ['a', 'b'], ...why },
    { kind: 'allowed-keys', field: 'configs', keys: ['a'], ...why },
  ])('gives $kind of $field back unchanged', constraint => {
    expect(constraintOf(ruleDraftOf(constraint))).toEqual(constraint);
  });
});
