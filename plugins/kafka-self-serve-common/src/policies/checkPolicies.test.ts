// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { aTopicSpec } from '../__testUtils__/examples';
import type { Constraint, ConstraintCheck } from '../model/policy';
import type { TopicSpec } from '../model/resources';
import { topicPolicySchema } from '../schemas/environments';
import { checkPolicies } from './checkPolicies';

function check(
  constraint: ConstraintCheck & { field: Constraint['field'] },
  spec: Partial<TopicSpec>,
) {
  const whole = { severity: 'error', message: 'Because.', ...constraint };
  const policy = { name: 'p', constraints: [whole as Constraint] };
  expect(topicPolicySchema.safeParse(policy).success).toBe(true);
  return checkPolicies({ spec: aTopicSpec(spec), policies: [policy] });
}

describe('checkPolicies', () => {
  it.each([
    [{ kind: 'range', field: 'partitions', min: 3, max: 6 }, { partitions: 2 }],
    [{ kind: 'range', field: 'partitions', max: 6 }, { partitions: 7 }],
    [
      { kind: 'one-of', field: 'replicationFactor', values: ['3'] },
      { replicationFactor: 1 },
    ],
    [{ kind: 'none-of', field: 'name', values: ['test'] }, { name: 'test' }],
    [{ kind: 'regex', field: 'name', pattern: '[a-z]+|x' }, { name: 'abc.d' }],
    [
      { kind: 'one-of', field: 'configs.cleanup.policy', values: ['compact'] },
      {},
    ],
    [
      { kind: 'range', field: 'configs.retention.ms', max: 1000 },
      { configs: { 'retention.ms': '-1' } },
    ],
    [{ kind: 'required-keys', field: 'configs', keys: ['retention.ms'] }, {}],
    [
      { kind: 'allowed-keys', field: 'configs', keys: ['retention.ms'] },
      { configs: { 'segment.ms': '5' } },
    ],
  ] as const)('refuses what breaks %p', (constraint, spec) => {
    const found = check(constraint as never, spec);
    expect(found).toMatchObject([{ code: 'policy-violated' }]);
    expect(found[0].message).toContain('Because.');
  });

  it.each([
    [{ kind: 'range', field: 'partitions', min: 3, max: 6 }, {}],
    [{ kind: 'regex', field: 'name', pattern: 'orders\\..*' }, {}],
    [{ kind: 'range', field: 'configs.retention.ms', max: 604800000 }, {}],
    [{ kind: 'range', field: 'configs.of.nobody', min: 1 }, {}],
    [
      { kind: 'none-of', field: 'configs.cleanup.policy', values: ['compact'] },
      {},
    ],
    [
      { kind: 'required-keys', field: 'configs', keys: ['segment.ms'] },
      { configs: { 'segment.ms': '5' } },
    ],
    [
      { kind: 'allowed-keys', field: 'configs', keys: ['segment.ms'] },
      { configs: { 'segment.ms': '5' } },
    ],
  ] as const)('takes what keeps %p', (constraint, spec) => {
    expect(check(constraint as never, spec)).toEqual([]);
  });

  it('only advises where the constraint warns', () => {
    const [found] = checkPolicies({
      spec: aTopicSpec(),
      policies: [
        {
          name: 'small',
          constraints: [
            {
              kind: 'range',
              field: 'partitions',
              max: 2,
              severity: 'warn',
              message: 'Brokers are small.',
            },
          ],
        },
      ],
    });
    expect(found).toMatchObject({
      code: 'policy-advice',
      severity: 'warn',
      path: ['partitions'],
    });
    expect(found.message).toBe(
      'The topic policy small advises against partitions "3": it has to be at most 2. Brokers are small. Change it if you can.',
    );
  });

  it('is read only with patterns that compile and ranges with an end', () => {
    const parse = (constraint: object) =>
      topicPolicySchema.safeParse({
        name: 'p',
        constraints: [{ severity: 'warn', message: 'm', ...constraint }],
      }).success;
    expect(parse({ kind: 'regex', field: 'name', pattern: '(' })).toBe(false);
    expect(parse({ kind: 'range', field: 'partitions' })).toBe(false);
    expect(parse({ kind: 'range', field: 'nonsense', min: 1 })).toBe(false);
  });
});
