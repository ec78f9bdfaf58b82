// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

/** Who may do what in the company of the tests. */
export const POLICY = `
apiVersion: ownership/v1
kind: OwnershipPolicy
metadata: { name: acme }
defaults: { decision: deny, unguarded: [service.plan], unmanaged: { read: allow, other: deny } }
teams:
  platform: { groups: [group:default/platform] }
  netops: { groups: [group:default/netops] }
  data: { groups: [group:default/data-platform] }
  payments: { groups: [group:default/payments] }
environments:
  dev: { tier: nonprod, owners: [platform], accounts: ['111111111111'] }
  prod: { tier: prod, owners: [platform], accounts: ['333333333333'], aliases: [production] }
services:
  networking: { owners: [netops], restricted: true }
  postgres-database: { owners: [data] }
  payments-api: { owners: [payments] }
roles:
  deployer: { actions: [service.plan, service.deploy, service.destroy, dispatch.run] }
rules:
  - { id: owners-nonprod, effect: allow, to: ['owner:service'], actions: ['role:deployer'], in: ['tier:nonprod'], on: ['service:*'] }
  - id: owners-prod
    effect: allow
    to: ['owner:service']
    actions: ['role:deployer']
    in: [prod]
    on: ['service:*']
    when: { attr: request.changeTicket, exists: true }
    why: Production needs a change ticket.
  - { id: payments-databases, effect: allow, to: ['team:payments'], actions: ['role:deployer'], in: [dev], on: ['service:postgres-database'] }
approvals:
  - { id: deployments-auto, actions: [service.deploy], in: [dev], on: ['service:payments-api'], mode: auto }
  - { id: databases, actions: [service.deploy, service.destroy], in: [dev], on: ['service:postgres-database'], stages: [{ from: ['owner:environment'], count: 1 }], decideWithin: P3D, remindAfter: P1D }
  - { id: otherwise, fallback: true, actions: ['*'], in: ['tier:*'], stages: [{ from: ['owner:environment'], count: 1 }] }
  - { id: dispatches-auto, actions: [dispatch.run], in: [dev], on: ['service:payments-api'], mode: auto }
limits:
  - { id: few-networks, service: networking, in: [dev], perTeam: 1, why: Address ranges are few. }
  - { id: temporary, service: '*', in: [dev], perTeam: 1, when: { attr: resource.lifetime, exists: true } }
layout:
  - { repo: infrastructure-live, glob: 'live/{account}/{region}/{environment}/{unit}/**' }
  - { repo: infra, glob: 'live/{account}/{region}/{environment}/{unit}/**' }
  - { repo: infrastructure-live, glob: 'deploy/{environment}/{service}/**' }
  - { repo: infrastructure-live, glob: 'terraform/{environment}/{unit}/**' }
`;
