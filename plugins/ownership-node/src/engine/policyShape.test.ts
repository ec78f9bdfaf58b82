// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { ownershipPolicySchema } from '@fairway/backstage-plugin-ownership-common';
import fc from 'fast-check';
import { POLICY_TEXT } from './__testUtils__/fixtures';
import { isPlainRule } from './policyShape';
import { readYaml } from './yamlSource';

const schema = ownershipPolicySchema.shape.rules.unwrap().element;

const oddity = fc.constantFrom<unknown>(
  undefined,
  null,
  '',
  'x',
  'a b',
  'x'.repeat(1_001),
  'never',
  'allow',
  'default',
  'guard',
  'break-glass',
  'unknown-store',
  'missing-service',
  'not-in-environment',
  7,
  true,
  [],
  ['x'],
  [''],
  ['x', 7],
  [['x']],
  { x: 'y' },
);
const mostly = (...usual: unknown[]) =>
  fc.oneof({ weight: 12, arbitrary: fc.constantFrom(...usual) }, oddity);

const rule = fc.record(
  {
    id: mostly('a', 'owners-prod', 'r.1_x'),
    effect: mostly('allow', 'deny'),
    to: mostly(['everyone'], ['team:red', 'owner:service']),
    actions: mostly(['*'], ['service.deploy']),
    in: mostly(['prod']),
    on: mostly(['service:*']),
    when: mostly({ attr: 'request.ticket', exists: true }),
    breakGlass: mostly('never'),
    why: mostly('Because.'),
  },
  { requiredKeys: ['id', 'effect', 'to', 'actions'] },
);
const maybeMore = fc.oneof(
  { weight: 9, arbitrary: rule },
  fc
    .tuple(rule, fc.constantFrom('id', 'effect', 'to', 'actions'))
    .map(([whole, key]) => ({ ...whole, [key]: undefined })),
  fc
    .tuple(rule, fc.constantFrom('id', 'effect', 'to', 'actions'))
    .map(([{ ...part }, key]) => {
      delete (part as Record<string, unknown>)[key];
      return part;
    }),
  rule.map(whole => ({ ...whole, efect: 'deny' })),
  oddity,
);

describe('isPlainRule', () => {
  it('knows the rules of the example', () => {
    const yaml = readYaml(POLICY_TEXT, 'policy.yaml');
    const { rules } = ('value' in yaml && yaml.value) as { rules: unknown[] };
    expect(rules.length).toBeGreaterThan(5);
    expect(rules.filter(each => !isPlainRule(each))).toEqual([]);
  });

  it('accepts nothing that the schema does not, and changes as little', () => {
    let accepted = 0;
    let refused = 0;
    const report = fc.check(
      fc.property(maybeMore, value => {
        const judged = schema.safeParse(value);
        if (!judged.success) refused++;
        if (!isPlainRule(value)) return;
        accepted++;
        expect(judged.error?.issues).toBeUndefined();
        expect(judged.data).toEqual(value);
      }),
      { numRuns: 3_000, seed: 20261122 },
    );
    expect(fc.defaultReportMessage(report)).toBeUndefined();
    expect(accepted).toBeGreaterThan(500);
    expect(refused).toBeGreaterThan(500);
  });
});
