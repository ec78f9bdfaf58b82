// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import policy from '../../schema/ownership-policy.schema.json';
import tests from '../../schema/ownership-policy-tests.schema.json';
import team from '../../schema/ownership-team-policy.schema.json';
import { ownershipJsonSchemas } from './jsonSchema';

describe('the JSON Schemas that editors read', () => {
  it('are what the zod schemas say; otherwise run `yarn schema` in this package', () => {
    expect(ownershipJsonSchemas()).toEqual({
      'ownership-policy.schema.json': policy,
      'ownership-policy-tests.schema.json': tests,
      'ownership-team-policy.schema.json': team,
    });
  });

  it('describe conditions once, as a language of its own', () => {
    expect(policy.definitions.when.anyOf).toHaveLength(7);
    expect(policy.definitions.when.description).toMatch(/^Holds only while/);
    expect(policy.properties.rules.items.properties.when).toEqual({
      allOf: [{ $ref: '#/definitions/when' }],
    });
  });
});
