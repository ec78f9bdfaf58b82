// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { ask, deploy, edited, example, withRule } from './__testUtils__/ask';

describe('decide', () => {
  it('names guard, line and whom to ask where a service is restricted', () => {
    expect(
      ask('pia', { ...deploy, environment: 'prod', service: 'networking' }),
    ).toEqual({
      decision: 'deny',
      by: 'guard:restricted:networking',
      revision: example.revision,
      message:
        'user:default/pia may not deploy networking in prod: networking is restricted to its owners (guard:restricted:networking, policy.yaml, line 22). Ask group:default/netops.',
      legs: [
        {
          target: 'service:networking',
          decision: 'deny',
          by: 'guard:restricted:networking',
          line: 22,
          skipped: [],
        },
      ],
      askFor: ['group:default/netops'],
      targetRef: 'prod/networking',
      target: {
        action: 'service.deploy',
        environment: 'prod',
        service: 'networking',
      },
    });
  });

  it('names the near miss and what it needs', () => {
    const { message, legs, askFor } = ask('pia', {
      ...deploy,
      environment: 'production',
      service: 'payments-api',
    });
    expect(message).toBe(
      'user:default/pia may not deploy payments-api in prod: no rule allows it (default). owners-prod (line 30) would allow this with a change ticket (request.changeTicket). Ask group:default/platform.',
    );
    expect(legs[0].skipped).toEqual([
      {
        id: 'owners-prod',
        line: 30,
        because: 'needs request.changeTicket (request.changeTicket is given)',
      },
      {
        id: 'owners-nonprod',
        line: 29,
        because: 'is for dev and staging, not for prod',
      },
    ]);
    expect(askFor).toEqual(['group:default/platform']);
  });

  it('gives no hint that would not help', () => {
    const policy = withRule(
      '{ id: closed, effect: deny, to: [everyone], actions: [service.deploy], in: [prod] }',
    );
    const { message, by } = ask(
      'pia',
      { ...deploy, environment: 'prod', service: 'payments-api' },
      { policy },
    );
    expect(by).toBe('closed');
    expect(message).not.toContain('would allow');
  });

  it('counts a blank ticket as none', () => {
    expect(
      ask(
        'pia',
        { ...deploy, environment: 'prod', service: 'payments-api' },
        { request: { changeTicket: '  ' } },
      ).by,
    ).toBe('default');
  });

  it.each([
    [
      { action: 'service.deplox' },
      'unknown-action',
      '"service.deplox" is not an action of the policy: did you mean "service.deploy"?',
    ],
    [
      { ...deploy, service: 'payments-apl' },
      'unknown-service',
      'the policy has no service "payments-apl": did you mean "payments-api"?',
    ],
    [
      { ...deploy, service: '__proto__' },
      'unknown-service',
      'no service "__proto__"',
    ],
    [
      { ...deploy, environment: 'constructor', service: 'payments-api' },
      'unknown-environment',
      'no environment "constructor"',
    ],
    [
      {
        ...deploy,
        environment: 'dev',
        service: 'payments-api',
        stores: ['kafka-prd'],
      },
      'unknown-store',
      'no data store "kafka-prd": did you mean "kafka-prod"?',
    ],
    [
      { ...deploy, environment: 'dev' },
      'missing-service',
      'no service was named',
    ],
    [
      { action: 'store.change', environment: 'prod' },
      'missing-store',
      'no data store was named',
    ],
    [
      {
        ...deploy,
        environment: 'dev',
        service: 'payments-api',
        cluster: 'eks-prod',
      },
      'not-in-environment:eks-prod',
      'cluster "eks-prod" belongs to prod, not to dev',
    ],
    [
      {
        ...deploy,
        environment: 'dev',
        service: 'payments-api',
        network: 'vpc-1',
      },
      'not-in-environment:vpc-1',
      'the policy knows no network "vpc-1" in dev',
    ],
    [
      {
        ...deploy,
        environment: 'dev',
        service: 'payments-api',
        stores: ['pg-payments'],
      },
      'not-in-environment:pg-payments',
      'store "pg-payments" belongs to prod, not to dev',
    ],
    [
      {
        ...deploy,
        service: 'payments-api',
        account: '111111111111',
        cluster: 'eks-prod',
      },
      'not-in-environment:eks-prod',
      'belongs to prod, not to dev',
    ],
  ])('refuses %j as %s', (target, by, message) => {
    const decision = ask('pia', target, { request: { changeTicket: 'CHG1' } });
    expect(decision).toMatchObject({ decision: 'deny', by });
    expect(decision.message).toContain(message);
  });

  it('keeps messages short and on one line, whatever was sent', () => {
    const { message, by, legs } = ask('pia', {
      ...deploy,
      environment: 'dev',
      service: 'payments-api',
      account: `1\n2026 INFO allowed \u202e${'x'.repeat(10_000)}`,
    });
    for (const text of [message, by, legs[0].target]) {
      expect(text).toContain('1\\u{a}2026 info allowed \\u{202e}xxx');
      expect(text).toMatch(/^[^\p{C}]{1,400}$/u);
    }
  });

  it('takes the environment from the account where none is named', () => {
    const target = {
      ...deploy,
      service: 'payments-api',
      account: '333333333333',
    };
    expect(ask('pia', target)).toMatchObject({
      by: 'default',
      target: { environment: 'prod' },
    });
    const freeze = new Date('2026-12-24T10:00:00Z');
    const request = { changeTicket: 'CHG1' };
    expect(ask('pia', target, { request }).decision).toBe('allow');
    expect(ask('pia', target, { request, at: freeze }).by).toBe(
      'year-end-freeze',
    );
  });

  it('lets every deny with an environment count where none is known', () => {
    const policy = withRule(
      '{ id: closed, effect: deny, to: [everyone], actions: [service.deploy], in: [prod] }',
    );
    // payments-topics has no environment, so it would allow this.
    const target = { ...deploy, service: 'kafka-topic' };
    expect(ask('pia', target).by).toBe('payments-topics');
    expect(ask('pia', target, { policy }).by).toBe('closed');
    expect(
      ask('pia', { ...target, environment: 'dev' }, { policy }).decision,
    ).toBe('allow');
  });

  describe('legs', () => {
    it('lets the owners of a service have no say on a store', () => {
      const policy = withRule(
        "{ id: wide, effect: allow, to: ['owner:service'], actions: [service.deploy] }",
      );
      const target = {
        ...deploy,
        environment: 'prod',
        service: 'payments-api',
      };
      expect(ask('pia', target, { policy }).by).toBe('wide');
      expect(
        ask('pia', { ...target, stores: ['kafka-prod'] }, { policy }),
      ).toMatchObject({
        decision: 'deny',
        by: 'default',
        askFor: ['group:default/data-platform'],
      });
    });

    it('adds the stores that the service always touches, named or not', () => {
      const policy = edited(
        'kafka-topic:  { owners: [data] }',
        'kafka-topic:  { owners: [data], stores: [kafka-prod] }',
      );
      const prod = { ...deploy, environment: 'prod', service: 'kafka-topic' };
      expect(ask('pia', prod).by).toBe('payments-topics');
      expect(ask('pia', prod, { policy })).toMatchObject({
        decision: 'deny',
        by: 'default',
        targetRef: 'prod/kafka-topic?store=kafka-prod',
      });
      expect(
        ask('pia', { ...prod, environment: 'dev' }, { policy }).decision,
      ).toBe('allow');
    });

    it('needs the owners of an account, named or not', () => {
      const policy = edited(
        "accounts: ['111111111111']",
        "accounts: [{ id: '111111111111', owners: [netops] }, '444444444444']",
      );
      const target = { ...deploy, environment: 'dev', service: 'payments-api' };
      const named = (account: string) =>
        ask('pia', { ...target, account }, { policy });
      expect(named('111111111111')).toMatchObject({
        decision: 'deny',
        by: 'default',
        askFor: ['group:default/netops'],
      });
      expect(ask('pia', target, { policy }).decision).toBe('deny');
      expect(named('444444444444').decision).toBe('allow');
    });

    it('counts a deny on an account without owners, named or not', () => {
      const policy = withRule(
        "{ id: closed, effect: deny, to: [everyone], actions: [service.deploy], on: ['account:111111111111'] }",
      );
      const target = { ...deploy, environment: 'dev', service: 'payments-api' };
      expect(
        ask('pia', { ...target, account: '111111111111' }, { policy }).by,
      ).toBe('closed');
      expect(ask('pia', target, { policy }).by).toBe('closed');
      expect(
        ask('pia', { ...target, environment: 'staging' }, { policy }).decision,
      ).toBe('allow');
    });

    it('decides about protected files without any target', () => {
      const policy = withRule(
        "{ id: protected, effect: allow, to: ['team:platform'], actions: [protected-path.change] }",
      );
      const target = { action: 'protected-path.change' };
      expect(ask('pat', target, { policy })).toMatchObject({
        decision: 'allow',
        by: 'protected',
        legs: [{ target: 'action:protected-path.change' }],
      });
      expect(ask('pia', target, { policy })).toMatchObject({
        decision: 'deny',
        by: 'default',
      });
    });

    it('says the strongest reason of several: a guard, a rule, the default', () => {
      const target = {
        ...deploy,
        environment: 'prod',
        service: 'networking',
        stores: ['kafka-prod'],
      };
      expect(ask('pia', target).by).toBe('guard:restricted:networking');
      const freeze = new Date('2026-12-24T10:00:00Z');
      expect(ask('nia', target, { at: freeze }).by).toBe('year-end-freeze');
      expect(ask('nia', target, { request: { changeTicket: '1' } }).by).toBe(
        'default',
      );
    });
  });
});
