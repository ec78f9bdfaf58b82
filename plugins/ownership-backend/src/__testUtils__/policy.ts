// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

/** A small policy: payments deploys its own service, production wants a ticket. */
export const POLICY = `apiVersion: ownership/v1
kind: OwnershipPolicy
metadata: { name: test }
defaults:
  decision: deny
teams:
  platform: { groups: [group:default/platform] }
  netops: { groups: [group:default/netops] }
  payments: { groups: [group:default/payments] }
environments:
  dev: { tier: nonprod, owners: [platform], accounts: ['111111111111'] }
  prod: { tier: prod, owners: [platform], accounts: ['333333333333'] }
services:
  networking: { owners: [netops], restricted: true }
  payments-api: { owners: [payments] }
rules:
  - { id: owners-nonprod, effect: allow, to: ['owner:service'], actions: [service.deploy], in: ['tier:nonprod'], on: ['service:*'] }
  - id: owners-prod
    effect: allow
    to: ['owner:service']
    actions: [service.deploy]
    in: [prod]
    on: ['service:*']
    when: { attr: request.changeTicket, exists: true }
    why: Production needs a change ticket.
breakGlass: { teams: [platform], maxMinutes: 60, require: [reason, ticket], never: [service.destroy] }
layout:
  - { repo: infrastructure-live, glob: 'live/{account}/{region}/{environment}/{unit}/**' }
`;

export const POLICY_TESTS = `apiVersion: ownership/v1
kind: OwnershipPolicyTests
defaults: { at: '2026-06-01T10:00:00Z' }
users: { pia: [group:default/payments] }
cases:
  - { as: pia, do: service.deploy, service: payments-api, in: dev, expect: allow, by: owners-nonprod }
  - { as: pia, do: service.deploy, service: networking, in: dev, expect: deny }
  - { as: pia, do: service.deploy, service: payments-api, in: prod, with: { changeTicket: CHG-1 }, expect: allow, by: owners-prod }
`;

/** A good edit: nobody deploys to development any more. */
export const FROZEN_POLICY = POLICY.replace(
  'breakGlass:',
  `  - { id: freeze, effect: deny, to: [everyone], actions: [service.deploy], in: [dev], why: Moving house. }
breakGlass:`,
);

/** A bad edit: \`team:paymnets\` on line 23, in a rule. */
export const BROKEN_POLICY = POLICY.replace(
  'breakGlass:',
  `  - { id: topics, effect: allow, to: ['team:paymnets'], actions: [service.deploy], in: [dev], on: ['service:*'] }
breakGlass:`,
);
