// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type { OwnershipTarget } from '@fairway/backstage-plugin-ownership-common';
import { POLICY_TEXT, policyOf } from './__testUtils__/fixtures';
import { requiredApprovals } from './approvals';

function approvals(
  target: OwnershipTarget,
  options: { text?: string; request?: Record<string, string> } = {},
) {
  return requiredApprovals(policyOf(options.text ?? POLICY_TEXT), {
    subject: { userEntityRef: 'user:default/pia', groupEntityRefs: [] },
    target,
    request: options.request,
    at: new Date('2026-06-01T10:00:00Z'),
  });
}

const extra = (entry: string) =>
  POLICY_TEXT.replace(/^approvals:.*$/m, `approvals:\n  - ${entry}`);

describe('requiredApprovals', () => {
  it('asks nobody where only mode: auto matches, and records its id', () => {
    expect(
      approvals({
        action: 'service.deploy',
        environment: 'dev',
        service: 'networking',
      }),
    ).toEqual({ mode: 'auto', by: ['nonprod-auto'], stages: [] });
  });

  it('asks the owners of the environment in prod', () => {
    expect(
      approvals({
        action: 'service.deploy',
        environment: 'PROD',
        service: 'payments-api',
      }),
    ).toEqual({
      mode: 'stages',
      by: ['prod-owner'],
      stages: [
        {
          entry: 'prod-owner',
          line: 52,
          from: ['group:default/platform'],
          count: 1,
          rejectAfter: 1,
          decideWithin: 'P3D',
          remindAfter: 'P1D',
        },
      ],
    });
  });

  it('adds the stages of every matching entry, and auto does not take them away', () => {
    const text = extra(
      "{ id: db, actions: ['*'], on: ['service:payments-api'], stages: [{ from: ['owner:service', 'team:netops'], count: 2, rejectAfter: 2 }] }",
    );
    const { mode, by, stages } = approvals(
      { action: 'service.deploy', environment: 'dev', service: 'payments-api' },
      { text },
    );
    expect({ mode, by }).toEqual({ mode: 'stages', by: ['db'] });
    expect(stages).toMatchObject([
      {
        from: ['group:default/netops', 'group:default/payments'],
        count: 2,
        rejectAfter: 2,
      },
    ]);
    expect(
      approvals(
        {
          action: 'service.destroy',
          environment: 'dev',
          service: 'payments-api',
        },
        { text },
      ).stages,
    ).toHaveLength(3);
  });

  it('counts a fallback only where nothing else matches', () => {
    const target = { action: 'store.request', stores: ['kafka-prod'] };
    expect(approvals(target).by).toEqual(['otherwise']);
    expect(approvals({ ...target, action: 'store.drop' }).by).toEqual([
      'destroy-two',
    ]);
  });

  it('asks the owners of every store', () => {
    const text = extra(
      "{ id: stores, actions: [store.change], stages: [{ from: ['owner:store'], count: 1 }] }",
    );
    const target = { action: 'store.change', stores: ['pg-payments'] };
    expect(approvals(target, { text }).stages[0].from).toEqual([
      'group:default/payments',
      'group:default/data-platform',
    ]);
  });

  it('lets an unknown condition ask for more people, never for fewer', () => {
    const when = 'when: { attr: request.risk, equals: low }';
    const auto = extra(
      `{ id: x, actions: [service.deploy], in: [prod], mode: auto, ${when} }`,
    ).replace(/^ +- \{ id: prod-owner.*\n/m, '');
    const staged = extra(
      `{ id: x, actions: [service.deploy], in: [dev], stages: [{ from: ['team:data'], count: 1 }], ${when} }`,
    );
    const target = { action: 'service.deploy', service: 'payments-api' };
    const prod = { ...target, environment: 'prod' };
    const dev = { ...target, environment: 'dev' };
    expect(approvals(prod, { text: auto }).by).toEqual(['otherwise']);
    expect(
      approvals(prod, { text: auto, request: { risk: 'low' } }).by,
    ).toEqual(['x']);
    expect(approvals(dev, { text: staged }).by).toEqual(['x']);
    expect(
      approvals(dev, { text: staged, request: { risk: 'high' } }).by,
    ).toEqual(['nonprod-auto']);
  });

  it('says so where nobody can approve', () => {
    const text = POLICY_TEXT.replace(/^ +- \{ id: otherwise.*\n/m, '');
    expect(
      approvals({ action: 'store.request', stores: ['kafka-prod'] }, { text }),
    ).toEqual({ mode: 'none', by: [], stages: [] });
    expect(
      approvals({
        action: 'service.deploy',
        environment: 'qa',
        service: 'networking',
      }).mode,
    ).toBe('none');
  });
});
