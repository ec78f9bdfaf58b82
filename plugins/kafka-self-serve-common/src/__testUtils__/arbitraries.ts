// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import fc from 'fast-check';
import { aclKey } from '../acls/bindings';
import type { AclBinding, ObservedState } from '../model/observed';
import type { SubjectSpec, TopicSpec } from '../model/resources';
import type { DesiredState } from '../planner/types';

// Small clusters and what could be wanted of them, for the properties of plans.

export const NAMES = ['a', 'a.b', 'ab', 'b', 'b-c'];

const configs = fc.dictionary(
  fc.constantFrom('retention.ms', 'cleanup.policy', 'preallocate'),
  fc.constant(''),
  { maxKeys: 3 },
);

const values = {
  'retention.ms': fc.constantFrom('-1', '1000', ' 86400000'),
  'cleanup.policy': fc.constantFrom(
    'delete',
    'delete, compact',
    'compact,delete',
  ),
  preallocate: fc.constantFrom('true', 'FALSE'),
};

const configsWithValues = configs.chain(keys =>
  fc.record(
    Object.fromEntries(
      Object.keys(keys).map(key => [key, values[key as 'retention.ms']]),
    ),
  ),
);

const topic = (replicationFactor: fc.Arbitrary<number>) =>
  fc.record({
    name: fc.constantFrom(...NAMES),
    partitions: fc.integer({ min: 1, max: 5 }),
    replicationFactor,
    configs: configsWithValues,
  }) as fc.Arbitrary<TopicSpec>;

const byName = { selector: ({ name }: { name: string }) => name, maxLength: 5 };
const topics = fc.uniqueArray(topic(fc.constant(2)), byName);

const acl: fc.Arbitrary<AclBinding> = fc.record({
  resourceType: fc.constantFrom('TOPIC' as const, 'GROUP' as const),
  patternType: fc.constantFrom('LITERAL' as const, 'PREFIXED' as const),
  resourceName: fc.constantFrom(...NAMES, '*'),
  principal: fc.constantFrom('User:x', 'User:y', 'User:*'),
  host: fc.constantFrom('*', '10.0.0.1'),
  operation: fc.constantFrom('READ' as const, 'WRITE' as const, 'ALL' as const),
  permission: fc.constantFrom(
    'ALLOW' as const,
    'ALLOW' as const,
    'DENY' as const,
  ),
});
const acls = fc.uniqueArray(acl, { selector: aclKey, maxLength: 8 });

const subject = fc.record(
  {
    name: fc.constantFrom('a-value', 'b-value', 'c'),
    schema: fc.constantFrom('{"type":"string"}', '{ "type": "long" }'),
    compatibility: fc.constantFrom('FULL' as const, 'BACKWARD' as const),
  },
  { requiredKeys: ['name'] },
) as fc.Arbitrary<SubjectSpec>;
const subjects = fc.uniqueArray(subject, byName);

export const observed: fc.Arbitrary<ObservedState> = fc.record({
  topics,
  acls,
  subjects,
});

/** Wanted beside what there is; some of what there is goes. */
export const change = observed.chain(state =>
  fc.record({
    state: fc.constant(state),
    desired: fc.record({
      topics,
      acls,
      subjects,
      deletedTopics: fc.subarray(state.topics.map(({ name }) => name)),
      revokedAcls: fc.subarray(state.acls),
      deletedSubjects: fc.subarray(state.subjects.map(({ name }) => name)),
      quotas: fc.uniqueArray(
        fc.record(
          {
            user: fc.constantFrom('x', 'y'),
            producerByteRate: fc.integer({ min: 1 }),
          },
          { requiredKeys: ['user'] },
        ),
        { selector: ({ user }) => user },
      ),
    }) as fc.Arbitrary<DesiredState>,
  }),
);
