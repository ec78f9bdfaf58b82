// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { POLICY_TEXT, policyOf } from './__testUtils__/fixtures';
import { myTargets, type MyTargetsQuery } from './myTargets';

const at = new Date('2026-06-01T10:00:00Z');
const pia = {
  userEntityRef: 'user:default/pia',
  groupEntityRefs: ['group:default/payments'],
};

function summary(query: Partial<MyTargetsQuery>, text = POLICY_TEXT) {
  return myTargets(policyOf(text), {
    subject: pia,
    action: 'service.deploy',
    at,
    ...query,
  }).map(({ environment, decision, by, needs }) =>
    [environment, decision, by, ...needs].join(' '),
  );
}

describe('myTargets', () => {
  it('lists every environment with a yes, or what it needs', () => {
    expect(summary({ service: 'payments-api' })).toEqual([
      'dev allow owners-nonprod',
      'staging allow owners-nonprod',
      'prod deny default changeTicket',
    ]);
    expect(
      summary({
        service: 'payments-api',
        request: { changeTicket: 'CHG1' },
      })[2],
    ).toBe('prod allow owners-prod');
  });

  it('carries what a picker shows', () => {
    const [, , prod] = myTargets(policyOf(POLICY_TEXT), {
      subject: pia,
      action: 'service.deploy',
      service: 'networking',
      at,
    });
    expect(prod).toEqual({
      environment: 'prod',
      tier: 'prod',
      accounts: ['333333333333'],
      clusters: ['eks-prod'],
      decision: 'deny',
      by: 'guard:restricted:networking',
      message: expect.stringContaining('Ask group:default/netops.'),
      askFor: ['group:default/netops'],
      needs: [],
    });
  });

  it('does not promise that a ticket helps during the freeze', () => {
    expect(
      summary({
        service: 'payments-api',
        at: new Date('2026-12-24T10:00:00Z'),
      }),
    ).toContain('prod deny year-end-freeze');
  });

  it('promises only what is true: with the needed attribute it is a yes', () => {
    const text = POLICY_TEXT.replace(
      '{ attr: request.changeTicket, exists: true }',
      '{ all: [{ attr: request.changeTicket, startsWith: CHG }, { any: [{ attr: request.risk, in: [low] }, { attr: time.hour, atLeast: 23 }] }] }',
    );
    expect(summary({ service: 'payments-api' }, text)[2]).toBe(
      'prod deny default changeTicket risk',
    );
    expect(
      summary(
        {
          service: 'payments-api',
          request: { changeTicket: 'CHG1', risk: 'low' },
        },
        text,
      )[2],
    ).toBe('prod allow owners-prod');
  });

  it('says what takes a deny away', () => {
    const text = POLICY_TEXT.replace(
      /^rules:.*$/m,
      `rules:
  - { id: reason, effect: deny, to: [everyone], actions: [service.deploy], in: [dev], when: { not: { attr: request.reason, exists: true } } }`,
    );
    expect(summary({ service: 'payments-api' }, text)[0]).toBe(
      'dev deny reason reason',
    );
  });

  it('is a yes without a service if some service is', () => {
    expect(summary({})).toEqual(
      [
        'dev allow owners-nonprod',
        'staging allow owners-nonprod',
        'prod allow payments-topics',
      ].map(line => line.replace('owners-nonprod', 'payments-topics')),
    );
    expect(
      summary({
        subject: { userEntityRef: 'user:default/eve', groupEntityRefs: [] },
      }),
    ).toEqual([
      'dev deny default',
      'staging deny default',
      'prod deny default',
    ]);
  });

  it('looks at the stores of an environment', () => {
    expect(summary({ action: 'store.change' })).toEqual([
      'dev deny missing-store',
      'staging deny missing-store',
      'prod allow store-owners',
    ]);
  });

  it('is a yes where one of several owned accounts is', () => {
    const text = POLICY_TEXT.replace(
      "accounts: ['111111111111']",
      "accounts: [{ id: '111111111111', owners: [netops] }, { id: '444444444444', owners: [payments] }]",
    ).replace(
      /^rules:.*$/m,
      "rules:\n  - { id: account-owners, effect: allow, to: ['owner:account'], actions: [service.deploy], on: ['account:*'] }",
    );
    expect(summary({ service: 'payments-api' }, text)[0]).toBe(
      'dev allow owners-nonprod+account-owners',
    );
  });
});
