// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type { OwnershipTarget } from '@fairway/backstage-plugin-ownership-common';
import fc from 'fast-check';
import {
  fullTarget,
  policyText,
  request,
  rules,
} from './__testUtils__/arbitraries';
import { POLICY_TEXT, policyOf } from './__testUtils__/fixtures';
import { decide } from './decide';
import { whoCan } from './whoCan';

const at = new Date('2026-06-01T10:00:00Z');
const FREEZE = new Date('2026-12-24T10:00:00Z');

function ask(target: OwnershipTarget, more: { text?: string; at?: Date } = {}) {
  const policy = policyOf(more.text ?? POLICY_TEXT);
  return whoCan(policy, { target, at: more.at ?? at });
}

const summary = (answer: ReturnType<typeof whoCan>) =>
  answer.entries.map(
    ({ who, decision, by, needs }) =>
      `${who.join(' with ')} ${[decision, by, ...needs].join(' ')}`,
  );

describe('whoCan', () => {
  it('names teams, the rule and the selector that gives it, and what is needed', () => {
    const answer = ask({
      action: 'service.deploy',
      service: 'payments-api',
      environment: 'prod',
    });
    expect(summary(answer)).toEqual([
      'team:payments needs owners-prod changeTicket',
    ]);
    expect(answer.entries[0]).toMatchObject({
      groups: ['group:default/payments'],
      rules: [
        {
          target: 'service:payments-api',
          id: 'owners-prod',
          line: 30,
          selectors: ['owner:service'],
          condition: 'request.changeTicket is given',
          why: 'Production needs a change ticket.',
        },
      ],
    });
    expect(answer.message).toBe(
      'service.deploy on prod/payments-api: team:payments with request.changeTicket.',
    );
    expect(answer.everyoneElse).toMatchObject({
      decision: 'deny',
      by: 'default',
      askFor: ['group:default/payments'],
    });
  });

  it('lists everybody whom some rule lets, as asked first', () => {
    const answer = ask({
      action: 'service.deploy',
      service: 'kafka-topic',
      environment: 'dev',
    });
    expect(summary(answer)).toEqual([
      'team:data allow owners-nonprod',
      'team:platform allow platform-nonprod',
      'team:payments allow payments-topics',
    ]);
  });

  it('keeps a restricted service to its owners', () => {
    const answer = ask({
      action: 'service.deploy',
      service: 'networking',
      environment: 'dev',
    });
    expect(summary(answer)).toEqual(['team:netops allow owners-nonprod']);
    expect(answer.everyoneElse.by).toBe('guard:restricted:networking');
  });

  it('says everyone once, and nobody besides', () => {
    const answer = ask({
      action: 'service.plan',
      service: 'accounts',
      environment: 'prod',
    });
    expect(summary(answer)).toEqual(['everyone allow plan-anywhere']);
  });

  it('says nobody during a freeze, and why', () => {
    const answer = ask(
      {
        action: 'service.deploy',
        service: 'payments-api',
        environment: 'prod',
      },
      { at: FREEZE },
    );
    expect(answer.entries).toEqual([]);
    expect(answer.message).toMatch(/: nobody\.$/);
    expect(answer.everyoneElse.message).toContain('Year-end freeze');
  });

  it('finds people who may only because they are in two teams', () => {
    const answer = ask({
      action: 'service.deploy',
      service: 'payments-api',
      environment: 'prod',
      stores: ['kafka-prod'],
    });
    expect(summary(answer)).toEqual([
      'team:payments with team:data needs owners-prod+store-owners changeTicket',
    ]);
    expect(answer.entries[0].rules.map(({ target }) => target)).toEqual([
      'service:payments-api',
      'store:kafka-prod',
    ]);
  });

  it('names groups, users and those whom a deny is about in particular', () => {
    const text = POLICY_TEXT.replace(
      'rules: ',
      `rules:
  - { id: named, effect: allow, to: ['user:default/root', 'group:default/ops'], actions: [dispatch.run], in: [dev] }
  - { id: all-dev, effect: allow, to: [everyone], actions: [store.request], in: [prod] }
  - { id: not-netops, effect: deny, to: ['team:netops'], actions: [store.request] }
#`,
    );
    expect(
      summary(ask({ action: 'dispatch.run', environment: 'dev' }, { text })),
    ).toEqual([
      'user:default/root allow named',
      'group:default/ops allow named',
    ]);
    const request_ = ask(
      { action: 'store.request', stores: ['kafka-prod'], environment: 'prod' },
      { text },
    );
    expect(summary(request_)).toEqual(['everyone allow all-dev']);
    expect(request_.except).toEqual([
      {
        who: ['team:netops'],
        groups: ['group:default/netops'],
        rules: [expect.objectContaining({ id: 'not-netops' })],
      },
    ]);
  });

  it('answers an unknown name by name', () => {
    const answer = ask({
      action: 'service.deploy',
      service: 'payments-api',
      environment: 'qa',
    });
    expect(answer.entries).toEqual([]);
    expect(answer.everyoneElse.by).toBe('unknown-environment');
  });

  it('agrees with decide, whoever asks', () => {
    fc.assert(
      fc.property(rules, fullTarget, request, (written, target, given) => {
        const policy = policyOf(policyText(written));
        const answer = whoCan(policy, { target, at, request: given });
        const single = answer.entries.filter(
          ({ who, decision }) => who.length === 1 && decision === 'allow',
        );
        for (const team of policy.teams.values()) {
          const listed = single.some(
            ({ who, groups }) =>
              who[0] === 'everyone' ||
              team.groups.every(group => groups.includes(group)),
          );
          const excepted = answer.except.some(({ groups }) =>
            team.groups.every(group => groups.includes(group)),
          );
          const { decision } = decide(policy, {
            subject: {
              userEntityRef: 'user:default/nobody',
              groupEntityRefs: [...team.groups],
            },
            target,
            request: given,
            at,
          });
          expect(decision === 'allow').toBe(listed && !excepted);
        }
      }),
      { numRuns: 300 },
    );
  });
});
