// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type { BreakGlassGrant } from '@fairway/backstage-plugin-ownership-common';
import { ask, deploy } from './__testUtils__/ask';

describe('decide with a break-glass grant', () => {
  const grant: BreakGlassGrant = {
    id: 'g1',
    userEntityRef: 'user:default/pat',
    reason: 'the network is down',
    ticket: 'INC1',
    openedAt: '2026-06-01T09:50:00Z',
    expiresAt: '2026-06-01T10:20:00Z',
    approvedBy: ['user:default/nia'],
  };
  const target = { ...deploy, environment: 'prod', service: 'networking' };
  const open = (change: Partial<BreakGlassGrant>, who = 'pat') =>
    ask(who, target, { breakGlass: { ...grant, ...change } }).by;

  it('passes a guard, and says so', () => {
    expect(ask('pat', target, { breakGlass: grant })).toMatchObject({
      decision: 'allow',
      by: 'break-glass',
      message:
        'user:default/pat may deploy networking in prod: break-glass, which passes guard:restricted:networking.',
    });
  });

  it.each<[string, Partial<BreakGlassGrant>]>([
    ['of somebody else', { userEntityRef: 'user:default/nia' }],
    ['that nobody approved', { approvedBy: [] }],
    ['that its holder approved', { approvedBy: ['User:default/PAT'] }],
    ['without a reason', { reason: ' ' }],
    ['without a ticket', { ticket: '' }],
    ['that has ended', { expiresAt: '2026-06-01T10:00:00Z' }],
    ['that has not begun', { openedAt: '2026-06-01T10:00:01Z' }],
    [
      'that is older than the policy lets it be',
      { openedAt: '2026-06-01T09:00:00Z' },
    ],
    ['whose time cannot be read', { openedAt: 'now' }],
    ['for another environment', { environment: 'dev' }],
    ['for another service', { service: 'accounts' }],
  ])('ignores a grant %s', (_, change) => {
    expect(open(change)).toBe('guard:restricted:networking');
  });

  it('passes only what it is limited to, and not a request that leaves that out', () => {
    const limited = { environment: 'Prod', service: 'networking' };
    expect(open(limited)).toBe('break-glass');
    const options = { breakGlass: { ...grant, ...limited } };
    expect(ask('pat', { ...target, environment: undefined }, options).by).toBe(
      'guard:restricted:networking',
    );
    const stores = { action: 'store.change', stores: ['kafka-prod'] };
    expect(ask('pat', stores, { breakGlass: grant }).by).toBe('break-glass');
    expect(ask('pat', stores, options).by).toBe('default');
  });

  it('is not needed, and not used, where a rule allows', () => {
    expect(
      ask(
        'pat',
        { ...deploy, environment: 'dev', service: 'payments-api' },
        { breakGlass: grant },
      ).by,
    ).toBe('platform-nonprod');
  });

  it('never passes an unknown name, a place that is elsewhere, or an action of never', () => {
    const options = { breakGlass: grant };
    expect(ask('pat', { ...target, environment: 'qa' }, options).by).toBe(
      'unknown-environment',
    );
    expect(ask('pat', { ...target, account: '111111111111' }, options).by).toBe(
      'not-in-environment:111111111111',
    );
    expect(
      ask('pat', { action: 'store.drop', stores: ['kafka-prod'] }, options).by,
    ).toBe('default');
  });
});
