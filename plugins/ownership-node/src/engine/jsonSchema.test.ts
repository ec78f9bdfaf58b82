// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { ownershipJsonSchemas } from '@fairway/backstage-plugin-ownership-common';
import { parse } from 'yaml';
import { z } from 'zod';
import { POLICY_TEXT, TESTS_TEXT } from './__testUtils__/fixtures';

const schemas = ownershipJsonSchemas();
/** What an editor says about a text: read from the JSON Schema alone. */
function accepts(name: string, text: string): boolean {
  return z.fromJSONSchema(schemas[name] as never).safeParse(parse(text))
    .success;
}
const POLICY = 'ownership-policy.schema.json';

describe('the JSON Schemas', () => {
  it('accept the example and its cases', () => {
    expect(accepts(POLICY, POLICY_TEXT)).toBe(true);
    expect(accepts('ownership-policy-tests.schema.json', TESTS_TEXT)).toBe(
      true,
    );
    expect(
      accepts(
        'ownership-team-policy.schema.json',
        "apiVersion: ownership/v1\nkind: OwnershipTeamPolicy\nteam: payments\nrules: [{ id: a, effect: deny, to: [everyone], actions: [service.deploy], on: ['service:payments-api'], when: { attr: time.weekday, equals: friday } }]",
      ),
    ).toBe(true);
  });

  it.each([
    ['a misspelt key', 'effect: deny\n', 'efect: deny\n'],
    ['a default other than deny', 'decision: deny', 'decision: allow'],
    ['an unknown action', 'store.change, service.deploy', 'store.chnge'],
    ['an owner of nothing', "to: ['owner:service']", "to: ['owner:servce']"],
    ['somebody without a kind', "to: ['team:payments']", 'to: [payments]'],
    [
      'a target without a kind',
      "on: ['service:kafka-topic']",
      'on: [kafka-topic]',
    ],
    ['an account as a number', "['111111111111']", '[111111111111]'],
    ['a misspelt test', 'exists: true }\n    why', 'exist: true }\n    why'],
    [
      'an attribute of nothing',
      'attr: request.changeTicket',
      'attr: requst.changeTicket',
    ],
    [
      'a test that time has not',
      'attr: time.now, between',
      'attr: time.now, equals',
    ],
    [
      'a resource in a rule',
      'attr: request.changeTicket',
      'attr: resource.lifetime',
    ],
    ['no owner', '{ owners: [payments] }', '{ owners: [] }'],
    ['a section twice removed', 'services:', 'service:'],
  ])('refuse %s, as an editor shows at once', (_, from, to) => {
    const edited = POLICY_TEXT.replace(from, to);
    expect(edited).not.toBe(POLICY_TEXT);
    expect(accepts(POLICY, edited)).toBe(false);
  });
});
