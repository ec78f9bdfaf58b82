// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import fc from 'fast-check';
import {
  at,
  fullTarget,
  policyText,
  request,
  rules,
  subject,
} from './__testUtils__/arbitraries';
import { POLICY_TEXT, TESTS_TEXT } from './__testUtils__/fixtures';
import { requiredApprovals } from './approvals';
import { decide } from './decide';
import { mergePolicies } from './mergePolicies';
import { runPolicyTests } from './testCases';

const HEAD =
  'apiVersion: ownership/v1\nkind: OwnershipTeamPolicy\nteam: payments\n';
const root = { name: 'policy.yaml', text: POLICY_TEXT };
const team = (body: string, name = 'teams/payments.yaml') => ({
  name,
  text: HEAD + body,
});
const NO_FRIDAY = `rules:
  - id: payments-no-friday
    effect: deny
    to: [everyone]
    actions: [service.deploy]
    on: ['service:payments-api']
    when: { attr: time.weekday, equals: friday }
    why: Nobody deploys payments on a Friday.
`;

const pia = {
  userEntityRef: 'user:default/pia',
  groupEntityRefs: ['group:default/payments'],
};
const deploy = {
  action: 'service.deploy',
  service: 'payments-api',
  environment: 'dev',
};
const FRIDAY = new Date('2026-06-05T10:00:00Z');

function merged(...files: { name: string; text: string }[]) {
  const { policy, errors, ...rest } = mergePolicies(files);
  if (!policy) throw new Error(errors.map(({ message }) => message).join('\n'));
  return { policy, ...rest };
}

const problems = (...files: { name: string; text: string }[]) =>
  mergePolicies(files).errors.map(
    ({ file, line, column, message }) =>
      `${[file, line, column].filter(Boolean).join(':')}: ${message}`,
  );

describe('mergePolicies', () => {
  it('leaves a policy without team files as it is', () => {
    const { text, source, policy } = merged(root);
    expect(text).toBe(POLICY_TEXT);
    expect(source).toBe('policy.yaml');
    expect(policy.internals.rules).toHaveLength(8);
  });

  it("adds a team's deny, and names its file and line in the decision", () => {
    const { policy } = merged(root, team(NO_FRIDAY));
    const question = { subject: pia, target: deploy, at: FRIDAY };
    const { decision, by, legs, message } = decide(policy, question);
    expect([decision, by]).toEqual(['deny', 'payments-no-friday']);
    expect(legs[0]).toMatchObject({ file: 'teams/payments.yaml', line: 5 });
    expect(message).toContain(
      'Nobody deploys payments on a Friday (rule payments-no-friday, teams/payments.yaml, line 5).',
    );
    const thursday = new Date('2026-06-04T10:00:00Z');
    expect(decide(policy, { ...question, at: thursday })).toMatchObject({
      decision: 'allow',
      by: 'owners-nonprod',
    });
  });

  it('keeps the lines of the policy itself', () => {
    const { policy, text } = merged(root, team(NO_FRIDAY));
    const { legs } = decide(policy, {
      subject: pia,
      target: deploy,
      at: new Date(0),
    });
    expect(legs[0]).toMatchObject({ by: 'owners-nonprod', line: 29 });
    expect(legs[0]).not.toHaveProperty('file');
    // What is served to other plugins loads as the same policy.
    expect(text?.startsWith(POLICY_TEXT.trimEnd())).toBe(true);
  });

  it('is one policy whatever the order of the files', () => {
    const files = [
      root,
      team(NO_FRIDAY),
      {
        name: 'teams/data.yaml',
        text: 'apiVersion: ownership/v1\nkind: OwnershipTeamPolicy\nteam: data\n',
      },
    ];
    const [one, other] = [files, [...files].reverse()].map(mergePolicies);
    expect(one.policy).toBeDefined();
    expect(other.revision).toBe(one.revision);
  });

  it('restricts a service, adds approvals and limits', () => {
    const { policy } = merged(
      root,
      team(`services: { payments-api: { restricted: true } }
approvals:
  - { id: payments-lead, actions: [service.deploy], in: [dev, prod], on: ['service:payments-api'], stages: [{ from: ['team:payments'], count: 2 }] }
limits:
  - { id: payments-few, service: payments-api, perEnvironment: 3 }
`),
    );
    const pat = {
      userEntityRef: 'user:default/pat',
      groupEntityRefs: ['group:default/platform'],
    };
    expect(
      decide(policy, { subject: pat, target: deploy, at: FRIDAY }).by,
    ).toBe('guard:restricted:payments-api');
    const approvals = (environment: string) =>
      requiredApprovals(policy, {
        subject: pia,
        target: { ...deploy, environment },
        at: FRIDAY,
      });
    // What was automatic is no longer; what had a stage has one more.
    expect(approvals('dev')).toMatchObject({
      mode: 'stages',
      stages: [{ entry: 'payments-lead', count: 2 }],
    });
    expect(approvals('prod').stages.map(({ entry }) => entry)).toEqual([
      'prod-owner',
      'payments-lead',
    ]);
    expect(policy.internals.limits.map(({ id }) => id)).toEqual([
      'temporary-environments',
      'payments-few',
    ]);
  });

  it("does not let a team's approval displace the fallback", () => {
    const { policy } = merged(
      root,
      team(`approvals:
  - { id: own-plan, actions: [service.plan], on: ['service:payments-api'], stages: [{ from: ['team:payments'], count: 1 }] }
`),
    );
    const { stages } = requiredApprovals(policy, {
      subject: pia,
      target: { ...deploy, action: 'service.plan' },
      at: FRIDAY,
    });
    expect(stages.map(({ entry }) => entry)).toEqual(['otherwise', 'own-plan']);
  });

  it("does not let a team's approval open what no entry covers", () => {
    const withoutFallback = POLICY_TEXT.split('\n')
      .filter(line => !line.includes('id: otherwise'))
      .join('\n');
    const { policy } = merged(
      { name: 'policy.yaml', text: withoutFallback },
      team(`approvals:
  - { id: own-plan, actions: [service.plan], on: ['service:payments-api'], stages: [{ from: ['team:payments'], count: 1 }] }
`),
    );
    const target = { ...deploy, action: 'service.plan' };
    expect(
      requiredApprovals(policy, { subject: pia, target, at: FRIDAY }).mode,
    ).toBe('none');
  });

  it.each([
    [
      'an allow',
      NO_FRIDAY.replace('effect: deny', 'effect: allow'),
      "teams/payments.yaml:6:13: rules[0].effect: A team's file may only narrow: write deny, and ask for an allow in the policy itself",
    ],
    [
      "another team's service",
      NO_FRIDAY.replace('service:payments-api', 'service:networking'),
      'teams/payments.yaml:9:10: rules[0].on[0]: "service:networking" is not a service of team payments: write one of payments-api',
    ],
    [
      'all services',
      NO_FRIDAY.replace('service:payments-api', 'service:*'),
      'teams/payments.yaml:9:10: rules[0].on[0]: "service:*" is not a service of team payments: write one of payments-api',
    ],
    [
      'a store',
      NO_FRIDAY.replace('service:payments-api', 'store:pg-payments'),
      'teams/payments.yaml:9:10: rules[0].on[0]: "store:pg-payments" is not a service of team payments: write one of payments-api',
    ],
    [
      'a rule about everything',
      NO_FRIDAY.replace("    on: ['service:payments-api']\n", ''),
      "teams/payments.yaml:5:5: rules[0]: Without on: this is about services of others too: write on: ['service:payments-api']",
    ],
    [
      'a deny out of reach of break-glass',
      NO_FRIDAY.replace('effect: deny', 'effect: deny\n    breakGlass: never'),
      'teams/payments.yaml:7:5: rules[0].breakGlass: Only the policy itself takes something out of reach of break-glass: remove breakGlass',
    ],
    [
      'an id that is taken',
      NO_FRIDAY.replace('payments-no-friday', 'Owners-Prod'),
      'teams/payments.yaml:5:9: rules[0].id: The id "Owners-Prod" is already in the policy: write another one, such as payments-Owners-Prod',
    ],
    [
      'to open a restricted service',
      'services: { payments-api: { restricted: false } }',
      "teams/payments.yaml:4:41: services.payments-api.restricted: A team's file may only narrow: write true, or remove it",
    ],
    [
      'an automatic approval',
      "approvals: [{ id: fast, actions: [service.deploy], on: ['service:payments-api'], mode: auto }]",
      "teams/payments.yaml:4:82: approvals[0].mode: A team's file may only add approvals: remove mode, and write stages:",
    ],
    [
      'a limit for all',
      'limits: [{ id: few, perTeam: 1 }]',
      'teams/payments.yaml:4:10: limits[0]: Without service: this is about services of others too: write service: payments-api',
    ],
    [
      'other sections',
      'teams: { payments: { groups: [group:default/everybody] } }',
      expect.stringContaining(
        'teams/payments.yaml:4:1: teams: Unknown key "teams": write team',
      ),
    ],
    [
      'an unknown name',
      NO_FRIDAY.replace('to: [everyone]', 'to: [everyon]'),
      expect.stringContaining(
        'teams/payments.yaml:7:10: rules[0].to[0]: "everyon" is nobody: did you mean "everyone"?',
      ),
    ],
    [
      'broken YAML',
      'rules: [',
      expect.stringMatching(/^teams\/payments.yaml:4:9: Not valid YAML here/),
    ],
  ])("refuses %s in a team's file", (_, body, message) => {
    expect(problems(root, team(body))[0]).toEqual(message);
  });

  it("refuses a file that is not named after its team, and a team that isn't there", () => {
    expect(problems(root, team(NO_FRIDAY, 'teams/data.yaml'))[0]).toBe(
      'teams/data.yaml:3:7: team: The file "teams/data.yaml" is not team payments\'s: call it payments.yaml, so that CODEOWNERS can say who edits it',
    );
    const other = team(NO_FRIDAY, 'teams/payment.yaml');
    other.text = other.text.replace('team: payments', 'team: payment');
    expect(problems(root, other)[0]).toContain(
      'Unknown team "payment": did you mean "payments"?',
    );
  });

  it('takes one id once, over all files', () => {
    const data = {
      name: 'teams/data.yaml',
      text: (HEAD + NO_FRIDAY)
        .replace('team: payments', 'team: data')
        .replace('service:payments-api', 'service:kafka-topic'),
    };
    expect(problems(root, data, team(NO_FRIDAY))).toEqual([
      'teams/payments.yaml:5:9: rules[0].id: The id "payments-no-friday" is already in teams/data.yaml: write another one, such as payments-payments-no-friday',
    ]);
  });

  it('needs exactly one policy, and knows every file', () => {
    expect(problems(team(NO_FRIDAY))).toEqual([
      'teams/payments.yaml: No file of kind: OwnershipPolicy: write one with the teams, environments and rules, such as policy.yaml',
    ]);
    expect(problems(root, { ...root, name: 'second.yaml' })).toEqual([
      'second.yaml:1:1: Several policies, policy.yaml and second.yaml: keep one, and write the others as kind: OwnershipTeamPolicy',
    ]);
    expect(problems(root, { name: 'x.yaml', text: 'kind: Policy' })).toEqual([
      'x.yaml:1:7: kind: "Policy" is no kind of file here: write OwnershipPolicy, OwnershipTeamPolicy or OwnershipPolicyTests',
    ]);
    expect(problems()).toHaveLength(1);
  });

  it('hands the test cases back, to be run one by one', () => {
    const { tests, policy } = merged(root, team(NO_FRIDAY), {
      name: 'policy.tests.yaml',
      text: TESTS_TEXT,
    });
    expect(tests.map(({ name }) => name)).toEqual(['policy.tests.yaml']);
    expect(runPolicyTests(policy, tests[0].text)).toMatchObject({
      passed: 16,
      failed: 0,
    });
  });

  it('merges into a policy that is JSON too', () => {
    const json = { name: 'policy.json', text: policyText([]) };
    const own = {
      name: 'red.yaml',
      text: "apiVersion: ownership/v1\nkind: OwnershipTeamPolicy\nteam: red\nrules: [{ id: r, effect: deny, to: [everyone], actions: ['*'], on: ['service:api'] }]",
    };
    expect(merged(json, own).policy.internals.rules).toHaveLength(1);
  });

  it('never widens', () => {
    fc.assert(
      fc.property(
        rules,
        rules,
        subject,
        fullTarget,
        request,
        at,
        (written, theirs, who, target, given, when) => {
          const json = { name: 'policy.json', text: policyText(written) };
          const own = {
            name: 'red.json',
            text: JSON.stringify({
              apiVersion: 'ownership/v1',
              kind: 'OwnershipTeamPolicy',
              team: 'red',
              rules: theirs.map((rule, index) => ({
                ...rule,
                id: `red${index}`,
                effect: 'deny',
                on: ['service:api'],
              })),
            }),
          };
          const query = { subject: who, target, request: given, at: when };
          const before = decide(merged(json).policy, query).decision;
          const after = decide(merged(json, own).policy, query).decision;
          const mayNarrow = before === 'allow' && target.service === 'api';
          expect(after).toBe(mayNarrow ? after : before);
        },
      ),
      { numRuns: 200 },
    );
  });
});
