// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { z } from 'zod';
import {
  anyList,
  count,
  duration,
  flag,
  identifier,
  list,
  name,
  named,
  oneOf,
  strict,
  text,
} from './fields';

const owners = list(name('payments'), '[payments]');
const aliases = anyList(name('production'), '[production]').optional();
const selector = (example: string) => list(text(example), `['${example}']`);

/** Checked by the engine's own compiler, which knows attributes and operators. */
const when = z.unknown().optional();

const owned = z.union(
  [
    text("'111111111111'"),
    strict({
      id: text("'111111111111'"),
      owners: owners.optional(),
      restricted: flag().optional(),
    }),
  ],
  {
    error: issue =>
      typeof issue.input === 'number'
        ? `Got the number ${issue.input}: write it in quotes, '${issue.input}'`
        : "Not an id: write it in quotes, '111111111111', or { id: '111111111111', owners: [payments] }",
  },
);

const environment = strict({
  tier: name('nonprod'),
  owners,
  accounts: anyList(owned, "['111111111111']").optional(),
  clusters: anyList(owned, '[eks-dev]').optional(),
  networks: anyList(owned, '[vpc-dev]').optional(),
  aliases,
  description: text('The production environment').optional(),
});

const rule = strict({
  id: identifier(),
  effect: oneOf(['allow', 'deny']),
  to: selector('team:payments'),
  actions: selector('service.deploy'),
  in: selector('tier:nonprod').optional(),
  on: selector('service:*').optional(),
  when,
  breakGlass: oneOf(['never']).optional(),
  why: text('Production needs a change ticket.').optional(),
});

const stage = strict({
  from: selector('owner:environment'),
  count: count(1, 20),
  rejectAfter: count(1, 20).optional(),
});

const approval = strict({
  id: identifier(),
  fallback: flag().optional(),
  actions: selector('service.deploy'),
  in: selector('tier:prod').optional(),
  on: selector('service:*').optional(),
  to: selector('team:payments').optional(),
  when,
  mode: oneOf(['auto']).optional(),
  stages: list(stage, '[{ from: [owner:environment], count: 1 }]').optional(),
  decideWithin: duration().optional(),
  remindAfter: duration().optional(),
});

const limit = strict({
  id: identifier(),
  service: text("'*'").optional(),
  in: selector('tier:nonprod').optional(),
  perTeam: count(0, 100_000).optional(),
  perService: count(0, 100_000).optional(),
  perEnvironment: count(0, 100_000).optional(),
  when,
  why: text('Ask the platform team for more.').optional(),
});

/**
 * The shape of a policy file. Names and references are checked by the engine.
 *
 * @public
 */
export const ownershipPolicySchema = strict({
  $schema: text('ownership-policy.schema.json').optional(),
  apiVersion: oneOf(['ownership/v1']),
  kind: oneOf(['OwnershipPolicy']),
  metadata: strict({
    name: text('acme'),
    description: text('Who may what').optional(),
  }).optional(),
  defaults: strict({
    decision: oneOf(['deny']).optional(),
    unguarded: anyList(text('service.plan'), '[service.plan]').optional(),
    unmanaged: strict({
      read: oneOf(['allow', 'deny']).optional(),
      other: oneOf(['allow', 'deny']).optional(),
    }).optional(),
  }).optional(),
  attributes: z
    .record(
      text('changeTicket').regex(
        /^[A-Za-z][A-Za-z0-9]*$/,
        'Not an attribute: write letters and digits, such as changeTicket',
      ),
      strict({ description: text('Number of the change ticket').optional() }),
    )
    .optional(),
  teams: named(
    strict({
      groups: list(text('group:default/payments'), '[group:default/payments]'),
      codeowners: text("'@acme/payments'").optional(),
    }),
    'payments: { groups: [group:default/payments] }',
  ),
  environments: named(
    environment,
    'dev: { tier: nonprod, owners: [platform] }',
  ),
  dataStores: named(
    strict({
      environment: name('prod'),
      owners,
      restricted: flag().optional(),
      aliases,
    }),
    'pg-payments: { environment: prod, owners: [payments] }',
  ).optional(),
  services: named(
    strict({
      owners,
      restricted: flag().optional(),
      stores: anyList(name('kafka-prod'), '[kafka-prod]').optional(),
      aliases,
    }),
    'payments-api: { owners: [payments] }',
  ).optional(),
  roles: named(
    strict({ actions: list(text('service.deploy'), '[service.deploy]') }),
    'deployer: { actions: [service.deploy] }',
  ).optional(),
  rules: anyList(
    rule,
    "[{ id: owners, effect: allow, to: ['owner:service'], actions: [service.deploy] }]",
  ).optional(),
  breakGlass: strict({
    teams: list(name('platform'), '[platform]'),
    maxMinutes: count(1, 1_440),
    require: anyList(
      oneOf(['reason', 'ticket']),
      '[reason, ticket]',
    ).optional(),
    approvals: count(1, 10).optional(),
    never: anyList(text('store.drop'), '[store.drop]').optional(),
  }).optional(),
  approvals: anyList(
    approval,
    '[{ id: prod, actions: [service.deploy], in: [prod], stages: [{ from: [owner:environment], count: 1 }] }]',
  ).optional(),
  limits: anyList(
    limit,
    "[{ id: temporary, service: '*', in: ['tier:nonprod'], perTeam: 5 }]",
  ).optional(),
  layout: anyList(
    strict({
      repo: text('infrastructure-live'),
      glob: text("'deploy/{environment}/{service}/**'"),
    }),
    "[{ repo: infrastructure-live, glob: 'deploy/{environment}/{service}/**' }]",
  ).optional(),
});

/** A policy file as it is written. @public */
export type OwnershipPolicyDocument = z.infer<typeof ownershipPolicySchema>;
