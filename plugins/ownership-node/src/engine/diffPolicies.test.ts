// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { POLICY_TEXT, policyOf } from './__testUtils__/fixtures';
import { type DiffOptions, diffPolicies } from './diffPolicies';

const at = new Date('2026-06-01T10:00:00Z');

function diff(
  edit: [from: string, to: string],
  options: Partial<DiffOptions> = {},
) {
  const edited = POLICY_TEXT.replace(...edit);
  if (edited === POLICY_TEXT) throw new Error(`nothing to edit: ${edit[0]}`);
  return diffPolicies(policyOf(POLICY_TEXT), policyOf(edited), {
    at,
    ...options,
  });
}

const words = (entries: ReturnType<typeof diff>['gains']) =>
  entries.map(
    ({ who, action, environment, on, before, after }) =>
      `${who} ${action} ${on} ${environment}: ${before.decision} ${before.by} -> ${after.decision} ${after.by}`,
  );

describe('diffPolicies', () => {
  it('finds nothing between a policy and itself, whatever its layout', () => {
    expect(diff(['teams:', '# a comment\nteams:'])).toMatchObject({
      gains: [],
      loses: [],
      changes: [],
      approvals: [],
      rules: [],
      sections: [],
    });
  });

  it("shows a rule that changes although nobody's answer does", () => {
    const { gains, loses, rules } = diff(
      [
        'to: [everyone], actions: [service.destroy], in: [prod], breakGlass: never',
        "to: ['team:netops'], actions: [service.destroy], in: [prod], breakGlass: never",
      ],
      { actions: ['service.destroy'] },
    );
    expect(gains).toEqual([]);
    expect(loses).toEqual([]);
    expect(rules).toEqual([
      { id: 'never-destroy-prod', effect: 'deny', change: 'changed', line: 48 },
    ]);
  });

  it('says who loses and who gains, for whom, where and why', () => {
    const { gains, loses, message } = diff([
      'payments-api: { owners: [payments] }',
      'payments-api: { owners: [data] }',
    ]);
    expect(words(gains).sort()).toEqual(
      [
        'group:default/data-platform service.deploy service:payments-api dev: deny default -> allow owners-nonprod',
        'group:default/data-platform service.deploy service:payments-api staging: deny default -> allow owners-nonprod',
        'group:default/data-platform service.deploy service:payments-api prod: deny default -> needs owners-prod',
        'group:default/data-platform service.destroy service:payments-api dev: deny default -> allow owners-nonprod',
        'group:default/data-platform service.destroy service:payments-api staging: deny default -> allow owners-nonprod',
      ].sort(),
    );
    expect(words(loses)).toHaveLength(5);
    expect(loses.every(({ who }) => who === 'group:default/payments')).toBe(
      true,
    );
    expect(loses[0].teams).toEqual(['payments']);
    expect(loses[0].after.message).toContain('no rule allows it (default)');
    expect(message).toContain('5 answers more generous; 5 answers stricter');
  });

  it('lists a group beside everyone only where it changes in another way', () => {
    const { gains } = diff(
      [
        'rules: ',
        'rules:\n  - { id: all-dev, effect: allow, to: [everyone], actions: [dispatch.run], in: [dev] }\n#',
      ],
      { actions: ['dispatch.run'] },
    );
    expect(words(gains)).toEqual([
      'everyone dispatch.run environment:dev dev: deny default -> allow all-dev',
    ]);
  });

  it('calls a new condition a loss and a dropped one a gain', () => {
    const edit: [string, string] = [
      'when: { attr: request.changeTicket, exists: true }',
      'when: { all: [{ attr: request.changeTicket, exists: true }, { attr: request.risk, equals: low }] }',
    ];
    const before = policyOf(POLICY_TEXT);
    const after = policyOf(POLICY_TEXT.replace(...edit));
    const options = { at, services: ['payments-api'], environments: ['PROD'] };
    const { loses } = diffPolicies(before, after, options);
    expect(words(loses)).toEqual([
      'group:default/payments service.deploy service:payments-api prod: needs owners-prod -> needs owners-prod',
    ]);
    expect(loses[0].after.needs).toEqual(['changeTicket', 'risk']);
    const { gains } = diffPolicies(after, before, options);
    expect(gains).toHaveLength(1);
  });

  it('shows approvals that are dropped although nobody gains an allow', () => {
    const { gains, approvals, sections } = diff(
      [
        "in: [prod], stages: [{ from: ['owner:environment'], count: 1 }], decideWithin: P3D, remindAfter: P1D",
        'in: [prod], mode: auto',
      ],
      { actions: ['service.deploy'], services: ['payments-api'] },
    );
    expect(gains).toEqual([]);
    expect(approvals).toEqual([
      {
        who: ['group:default/payments'],
        action: 'service.deploy',
        environment: 'prod',
        on: 'service:payments-api',
        before: '1 of group:default/platform (prod-owner)',
        after: 'nobody (prod-owner)',
      },
    ]);
    expect(sections).toEqual(['approvals']);
  });

  it('shows a rule whose window in time moves although no answer differs now', () => {
    const { rules, gains, loses } = diff(['2026-12-20T', '2026-12-23T']);
    expect([gains, loses]).toEqual([[], []]);
    expect(rules.map(({ id, change }) => `${id} ${change}`)).toEqual([
      'year-end-freeze changed',
    ]);
  });

  it('compares a service that only one of them has', () => {
    const { gains } = diff(
      ['services:', 'services:\n  billing: { owners: [payments] }'],
      { actions: ['service.plan'], environments: ['dev'] },
    );
    expect(words(gains)).toEqual([
      'everyone service.plan service:billing dev: deny unknown-service -> allow plan-anywhere',
    ]);
  });

  it('asks for the subjects that it is given', () => {
    const { gains } = diff(
      [
        'payments-api: { owners: [payments] }',
        'payments-api: { owners: [data] }',
      ],
      {
        subjects: [
          {
            who: 'dan',
            subject: {
              userEntityRef: 'user:default/dan',
              groupEntityRefs: ['group:default/data-platform'],
            },
          },
        ],
        actions: ['service.deploy'],
        environments: ['dev'],
      },
    );
    expect(words(gains)).toEqual([
      'dan service.deploy service:payments-api dev: deny default -> allow owners-nonprod',
    ]);
  });
});
