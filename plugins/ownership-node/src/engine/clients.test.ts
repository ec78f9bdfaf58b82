// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { POLICY_TEXT, policyOf, TESTS_TEXT } from './__testUtils__/fixtures';
import { subjectOfClient, subjectOfPrincipal } from './clients';
import { decide } from './decide';
import { loadPolicy } from './loadPolicy';
import { runPolicyTests } from './testCases';
import { whoCan } from './whoCan';

const CLIENTS = `clients:
  release-bot: { principals: ['external:release-bot'], teams: [payments] }
  planner: { principals: ['plugin:planner', 'external:planner'] }
`;
const text = POLICY_TEXT.replace(
  'environments:',
  `${CLIENTS}environments:`,
).replace(
  /rules: .*\n/,
  `rules:\n  - { id: planner-dispatches, effect: allow, to: ['client:planner'], actions: [dispatch.run], in: [dev] }\n`,
);
const at = new Date('2026-06-01T10:00:00Z');
const deploy = {
  action: 'service.deploy',
  service: 'kafka-topic',
  environment: 'dev',
};

describe('clients', () => {
  const policy = policyOf(text);

  it('turns a service principal into a subject with the groups of its teams', () => {
    expect(subjectOfPrincipal(policy, 'external:release-bot')).toEqual({
      userEntityRef: 'client:release-bot',
      groupEntityRefs: ['group:default/payments'],
    });
    expect(subjectOfPrincipal(policy, 'plugin:planner')).toEqual(
      subjectOfClient(policy, 'client:Planner'),
    );
  });

  it.each(['external:other', 'user:default/pia', 'client:planner', ''])(
    'knows no client for the principal "%s"',
    principal => {
      expect(subjectOfPrincipal(policy, principal)).toBeUndefined();
    },
  );

  it('may what its teams may, and what rules say of it by name', () => {
    const ask = (
      name: string,
      target: Parameters<typeof decide>[1]['target'],
    ) => {
      const subject = subjectOfClient(policy, name);
      if (!subject) throw new Error(`no ${name}`);
      return decide(policy, { subject, target, at }).by;
    };
    const dispatch = { action: 'dispatch.run', environment: 'dev' };
    expect(ask('client:release-bot', deploy)).toBe('payments-topics');
    expect(ask('client:planner', deploy)).toBe('default');
    expect(ask('client:planner', dispatch)).toBe('planner-dispatches');
    expect(ask('client:release-bot', dispatch)).toBe('default');
    expect(
      whoCan(policy, { target: dispatch, at }).entries.map(({ who }) => who),
    ).toEqual([['client:planner']]);
  });

  it('is asked as in test cases, and an unknown one fails by name', () => {
    const cases = TESTS_TEXT.replace(
      'cases:',
      `cases:
  - { as: 'client:planner', do: dispatch.run, in: dev, expect: allow, by: planner-dispatches }
  - { as: 'client:plannner', do: dispatch.run, in: dev, expect: deny }`,
    );
    const report = runPolicyTests(policy, cases);
    expect(report.problems).toEqual([]);
    expect(report.cases[0]).toMatchObject({ passed: true });
    expect(report.cases[1].failure).toBe(
      'unknown client "client:plannner": did you mean "client:planner"?',
    );
  });

  it.each([
    [
      '[payments] }',
      '[payment] }',
      'clients.release-bot.teams[0]: Unknown team "payment": did you mean "payments"?',
    ],
    [
      "['external:release-bot']",
      "['user:default/pia']",
      'clients.release-bot.principals[0]: "user:default/pia" is no service principal: write external:<subject> or plugin:<id>; people are in groups',
    ],
    [
      "'external:planner'",
      "'external:Release-Bot'",
      'clients.planner.principals[1]: The principal "external:Release-Bot" is already at clients.release-bot.principals[0]: write it once (names are compared without case)',
    ],
  ])('refuses %s as %s', (from, to, message) => {
    const clients = CLIENTS.replace(from, to);
    const { errors } = loadPolicy(
      POLICY_TEXT.replace('environments:', `${clients}environments:`),
    );
    expect(errors.map(each => each.message)).toEqual([message]);
  });

  it('cannot be an approver, and an unknown one is nobody', () => {
    const approver = text.replace(
      "from: ['owner:environment'], count: 1 }], decideWithin",
      "from: ['client:planner'], count: 1 }], decideWithin",
    );
    expect(loadPolicy(approver).errors[0].message).toContain(
      '"client:planner" is nobody',
    );
    const unknown = text.replace("['client:planner']", "['client:planer']");
    expect(loadPolicy(unknown).errors[0].message).toContain(
      'did you mean "client:planner"?',
    );
  });
});
