// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { POLICY_TEXT, policyOf, TESTS_TEXT } from './__testUtils__/fixtures';
import { type LintOptions, lintPolicy } from './lintPolicy';
import { mergePolicies } from './mergePolicies';
import { runPolicyTests } from './testCases';

function warnings(text: string, options: LintOptions = {}): string[] {
  return lintPolicy(policyOf(text), text, options).map(
    ({ severity, file, line, column, message }) =>
      `${file}:${line}:${column}: ${severity}: ${message}`,
  );
}

/** The example with further rules, which stand first: their lines begin at 28. */
const withRules = (...rules: string[]) =>
  POLICY_TEXT.replace(
    /rules: .*\n/,
    `rules:\n${rules.map(rule => `  - ${rule}\n`).join('')}`,
  );
const beaten = (...rules: string[]) =>
  warnings(withRules(...rules)).filter(each => each.includes('never counts'));

const GROUPS = ['platform', 'netops', 'data-platform', 'payments'].map(
  name => `group:default/${name}`,
);

describe('lintPolicy', () => {
  it('warns about each allow without in:, with its place and what to write', () => {
    expect(warnings(POLICY_TEXT)).toEqual([
      `policy.yaml:28:5: warning: rules[0]: The allow "plan-anywhere" has no in:, so it holds in every environment, prod included: write in: ['tier:nonprod'], or in: ['tier:*'] if all of them are meant`,
      expect.stringMatching(
        /^policy.yaml:38:5: warning: rules\[3\]: The allow "payments-topics" has no in:/,
      ),
      expect.stringMatching(
        /^policy.yaml:39:5: warning: rules\[4\]: The allow "store-owners" has no in:/,
      ),
    ]);
  });

  it('is silent about the same rules with in:', () => {
    const text = POLICY_TEXT.replaceAll(
      /(effect: allow, to: .*?), actions/g,
      "$1, in: ['tier:*'], actions",
    ).replaceAll(/, in: \['tier:\*'\](.*, in:)/g, '$1');
    expect(warnings(text)).toEqual([]);
  });

  describe('an allow that is always beaten', () => {
    const allow =
      "id: x, effect: allow, to: ['team:payments'], actions: [service.deploy], in: [dev]";

    it('by the guard of what it names', () => {
      expect(beaten(`{ ${allow}, on: ['service:networking'] }`)).toEqual([
        `policy.yaml:28:5: warning: rules[0]: The allow "x" never counts: the guard of the restricted service "networking" (line 22) always beats it: write to: ['owner:service'] if its owners (netops) are meant, or remove it`,
      ]);
    });

    it('in part', () => {
      expect(
        beaten(
          `{ ${allow}, on: ['service:payments-api', 'service:networking'] }`,
        ),
      ).toEqual([
        expect.stringContaining(
          'The allow "x" on service:networking never counts: the guard',
        ),
      ]);
    });

    it.each([
      ['owners', "to: ['owner:service']"],
      ['the owning team', "to: ['team:netops']"],
      ['everyone, owners included', 'to: [everyone]'],
      ['a group that owners may be in', "to: ['group:default/acme']"],
    ])('not where it is for %s', (_, to) => {
      const rule = allow.replace("to: ['team:payments']", to);
      expect(beaten(`{ ${rule}, on: ['service:networking'] }`)).toEqual([]);
    });

    it('not by a guard that lets one of its actions through', () => {
      const rule = allow.replace(
        'service.deploy',
        'service.plan, service.deploy',
      );
      expect(beaten(`{ ${rule}, on: ['service:networking'] }`)).toEqual([]);
    });

    it('by a deny that covers it', () => {
      const deny =
        '{ id: freeze, effect: deny, to: [everyone], actions: [service.deploy] }';
      expect(beaten(`{ ${allow}, on: ['service:*'] }`, deny)).toContain(
        'policy.yaml:28:5: warning: rules[0]: The allow "x" never counts: the deny "freeze" (line 29) always beats it: remove it, or narrow the deny',
      );
    });

    it('by several denies together', () => {
      expect(
        beaten(
          `{ ${allow.replace('[dev]', '[dev, staging]')} }`,
          '{ id: no-dev, effect: deny, to: [everyone], actions: [service.deploy], in: [dev] }',
          "{ id: no-staging, effect: deny, to: ['team:payments'], actions: ['*'], in: [stage] }",
        ),
      ).toContain(
        'policy.yaml:28:5: warning: rules[0]: The allow "x" never counts: the deny "no-dev" with "no-staging" (line 29) always beats it: remove it, or narrow the deny',
      );
    });

    it.each([
      [
        'another environment',
        'to: [everyone], actions: [service.deploy], in: [staging]',
      ],
      ['another action', 'to: [everyone], actions: [service.plan]'],
      ['other people', "to: ['team:data'], actions: [service.deploy]"],
      [
        'one service of several',
        "to: [everyone], actions: [service.deploy], on: ['service:networking']",
      ],
      [
        'some time',
        "to: [everyone], actions: [service.deploy], when: { attr: time.now, before: '2026-12-20T00:00:00Z' }",
      ],
    ])('not by a deny of %s', (_, rest) => {
      const text = withRules(
        `{ ${allow}, on: ['service:*'] }`,
        `{ id: d, effect: deny, ${rest} }`,
      );
      expect(warnings(text).join('\n')).not.toContain('"x" never counts');
    });

    it('by a deny with the condition that it needs itself', () => {
      const when = 'when: { attr: request.risk, equals: high }';
      expect(
        beaten(
          `{ ${allow}, ${when} }`,
          `{ id: d, effect: deny, to: [everyone], actions: [service.deploy], ${when} }`,
        ),
      ).toHaveLength(1);
    });
  });

  it('warns about a team whose group the catalog lacks', () => {
    expect(warnings(POLICY_TEXT, { groups: GROUPS })).toHaveLength(3);
    const [missing] = warnings(POLICY_TEXT, {
      groups: [...GROUPS.slice(0, 3), 'group:default/payment'],
    });
    expect(missing).toBe(
      'policy.yaml:12:24: warning: teams.payments.groups[0]: The team "payments" is the group "group:default/payments", which the catalog lacks: did you mean "group:default/payment"?',
    );
    const rule =
      "{ id: g, effect: allow, to: [everyone, 'group:default/gone'], actions: [service.plan], in: [dev] }";
    expect(warnings(withRules(rule), { groups: GROUPS })[0]).toBe(
      'policy.yaml:28:44: warning: rules[0].to[1]: This is about the group "group:default/gone", which the catalog lacks: write a group that is there, or add it to the catalog',
    );
  });

  it('warns about a rule that no case covers, with a case to paste', () => {
    const uncovered = (text: string) =>
      warnings(text, { tests: TESTS_TEXT }).filter(each =>
        each.includes('No test case'),
      );
    expect(uncovered(POLICY_TEXT)).toEqual([
      'policy.yaml:40:5: warning: rules[5]: No test case is decided by the rule "platform-nonprod": add { as: <a member of group:default/platform>, do: service.deploy, service: kafka-topic, in: dev, expect: allow, by: platform-nonprod }',
    ]);
    const extra = POLICY_TEXT.replace(
      'rules: ',
      `rules:
  - { id: extra, effect: allow, to: ['team:data'], actions: [dispatch.run], in: [dev], when: { attr: request.risk, equals: low } }
#`,
    );
    expect(uncovered(extra)[0]).toBe(
      'policy.yaml:28:5: warning: rules[0]: No test case is decided by the rule "extra": add { as: <a member of group:default/data-platform>, do: dispatch.run, in: dev, with: { risk: low }, expect: allow, by: extra }',
    );
  });

  it('suggests cases that pass once somebody is named', () => {
    const [warning] = warnings(POLICY_TEXT, { tests: TESTS_TEXT }).filter(
      each => each.includes('No test case'),
    );
    const suggestion = warning
      .replace(/^.*: add /, '')
      .replace(/<a member of .*?>/, 'pat');
    const report = runPolicyTests(
      policyOf(POLICY_TEXT),
      `${TESTS_TEXT}\n  - ${suggestion}\n`,
    );
    expect(report).toMatchObject({ problems: [], passed: 17, failed: 0 });
  });

  it('says nothing about coverage where the cases could not run, or are none', () => {
    for (const tests of ['cases: [', undefined]) {
      expect(warnings(POLICY_TEXT, { tests }).join()).not.toContain('No test');
    }
  });

  it("points into a team's file", () => {
    const files = [
      { name: 'policy.yaml', text: POLICY_TEXT },
      {
        name: 'payments.yaml',
        text: "apiVersion: ownership/v1\nkind: OwnershipTeamPolicy\nteam: payments\nrules:\n  - { id: p0, effect: deny, to: [everyone], actions: [service.destroy], on: ['service:payments-api'] }\n  - { id: p1, effect: deny, to: ['team:data'], actions: [service.deploy], on: ['service:payments-api'] }",
      },
    ];
    const { policy, text = '' } = mergePolicies(files);
    const found = policy && lintPolicy(policy, text, { tests: TESTS_TEXT });
    expect(found?.at(-1)).toMatchObject({
      file: 'payments.yaml',
      line: 6,
      column: 5,
      message: expect.stringMatching(
        /^rules\[1\]: No test case is decided by the rule "p1"/,
      ),
    });
  });
});
