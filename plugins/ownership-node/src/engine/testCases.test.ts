// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { isMap, isSeq, parseDocument, type YAMLMap } from 'yaml';
import { POLICY_TEXT, TESTS_TEXT } from './__testUtils__/fixtures';
import { runPolicyTests } from './testCases';

/** The example policy without one rule: the parsed document is edited, not the text. */
function withoutRule(id: string): string {
  const document = parseDocument(POLICY_TEXT);
  const rules = document.get('rules');
  if (!isSeq(rules)) throw new Error('no rules');
  const index = rules.items.findIndex(
    rule => isMap(rule) && (rule as YAMLMap).get('id') === id,
  );
  if (index < 0) throw new Error(`no rule ${id}`);
  rules.items.splice(index, 1);
  return document.toString();
}

const ruleIds: string[] = (
  parseDocument(POLICY_TEXT).toJS().rules as { id: string }[]
).map(rule => rule.id);
const namedRules = (
  parseDocument(TESTS_TEXT).toJS().cases as { by: string }[]
).flatMap((each, index) =>
  each.by
    .split('+')
    .filter(by => ruleIds.includes(by))
    .map(rule => ({ number: index + 1, rule })),
);

describe('runPolicyTests', () => {
  it('passes the 16 cases of the example as they stand', () => {
    const report = runPolicyTests(POLICY_TEXT, TESTS_TEXT);
    expect(report.problems).toEqual([]);
    expect(report.cases.flatMap(each => each.failure ?? [])).toEqual([]);
    expect(report).toMatchObject({ passed: 16, failed: 0 });
    expect(report.revision).toMatch(/^[0-9a-f]{64}$/);
  });

  it('looks at eight cases that name rules', () => {
    expect(new Set(namedRules.map(each => each.number)).size).toBe(8);
  });

  it.each(namedRules)(
    'fails case $number once the rule $rule is removed',
    ({ number, rule }) => {
      const { problems, cases } = runPolicyTests(withoutRule(rule), TESTS_TEXT);
      expect(problems).toEqual([]);
      expect(cases[number - 1]).toMatchObject({ number, passed: false });
    },
  );

  it.each(namedRules)(
    'answers case $number in another way without the rule $rule, if attributes stay declared',
    ({ number, rule }) => {
      const document = parseDocument(withoutRule(rule));
      document.set('attributes', { changeTicket: {} });
      const { cases } = runPolicyTests(document.toString(), TESTS_TEXT);
      const { actual, expected, passed } = cases[number - 1];
      expect(passed).toBe(false);
      expect(actual?.by).toBeDefined();
      expect(actual?.by).not.toBe(expected.by);
    },
  );

  it('refuses an attribute that no rule mentions any more, by name', () => {
    const { cases } = runPolicyTests(withoutRule('owners-prod'), TESTS_TEXT);
    expect(cases[4].failure).toBe(
      'The request attribute "changeTicket" is not one that policy.yaml knows: none is defined',
    );
  });

  it('fails case 2 once networking is not restricted any more', () => {
    const document = parseDocument(POLICY_TEXT);
    document.deleteIn(['services', 'networking', 'restricted']);
    const report = runPolicyTests(document.toString(), TESTS_TEXT);
    expect(report.cases[1]).toMatchObject({
      passed: false,
      actual: { decision: 'allow', by: 'platform-nonprod' },
    });
  });

  it('names what was expected and what came', () => {
    const { cases } = runPolicyTests(
      POLICY_TEXT,
      TESTS_TEXT.replace('expect: allow, by: plan-anywhere', 'expect: deny'),
    );
    expect(cases[2].failure).toMatch(
      /^expected deny, got allow by plan-anywhere: user:default\/pat may plan accounts in prod/,
    );
  });

  it('runs nothing without a time, and says where one is missing', () => {
    const report = runPolicyTests(
      POLICY_TEXT,
      TESTS_TEXT.replace(/^defaults:.*$/m, ''),
    );
    expect(report).toMatchObject({ passed: 0, failed: 0, cases: [] });
    expect(report.problems).toHaveLength(14);
    expect(report.problems[0]).toMatchObject({
      file: 'policy.tests.yaml',
      line: 6,
      column: 5,
      message: expect.stringContaining("write at: '2026-06-01T10:00:00Z'"),
    });
  });

  it('names an unknown user and the one that was meant', () => {
    const report = runPolicyTests(
      POLICY_TEXT,
      TESTS_TEXT.replace('as: eve', 'as: evee'),
    );
    expect(report.problems).toEqual([
      expect.objectContaining({
        line: 17,
        message: 'cases[11].as: Unknown user "evee": did you mean "eve"?',
      }),
    ]);
  });

  it('gives break-glass only to members of the named teams', () => {
    const { cases } = runPolicyTests(POLICY_TEXT, TESTS_TEXT);
    expect(cases[13].actual).toMatchObject({ by: 'break-glass' });
    expect(cases[15].actual).toMatchObject({ decision: 'deny', by: 'default' });
  });
});
