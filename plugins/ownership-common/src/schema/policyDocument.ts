// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { z } from 'zod';
import {
  anyList,
  count,
  flag,
  list,
  name,
  named,
  oneOf,
  strict,
  text,
} from './fields';
import { approval, limit, rule } from './ruleEntries';
import { plainAction } from './selectors';

const owners = list(name('payments'), '[payments]').describe(
  'Teams that own it.',
);
const aliases = anyList(name('production'), '[production]')
  .describe('Other names that people and paths use for it.')
  .optional();
const restricted = flag()
  .describe('Only its owners, whatever a rule says.')
  .optional();

const owned = z.union(
  [
    text("'111111111111'"),
    strict({
      id: text("'111111111111'"),
      owners: owners.optional(),
      restricted,
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
  tier: name('nonprod').describe('What rules call by `tier:<tier>`.'),
  owners,
  accounts: anyList(owned, "['111111111111']")
    .describe('Ids in quotes; each belongs to one environment.')
    .optional(),
  clusters: anyList(owned, '[eks-dev]').optional(),
  networks: anyList(owned, '[vpc-dev]').optional(),
  aliases,
  description: text('The production environment').optional(),
});

const client = strict({
  principals: list(
    text("'external:release-bot'"),
    "['external:release-bot']",
  ).describe(
    "Subjects of service credentials that are this client: 'external:<name>' or 'plugin:<id>'.",
  ),
  teams: list(name('payments'), '[payments]')
    .describe('Teams whose groups it counts as a member of; left out: none.')
    .optional(),
});

/** What a directory's team files become, see the engine's `mergePolicies`. */
const teamFile = strict({
  file: text('teams/payments.yaml'),
  text: z.string().max(1_000_000, 'Longer than 1000000 characters: split it'),
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
    decision: oneOf(['deny'])
      .describe('What no rule allows is denied: the only legal value.')
      .optional(),
    unguarded: anyList(plainAction(), '[service.plan]')
      .describe('Actions that the `restricted` guard does not stop.')
      .optional(),
    unmanaged: strict({
      read: oneOf(['allow', 'deny']).optional(),
      other: oneOf(['allow', 'deny']).optional(),
    })
      .describe("Other plugins' permissions, for the framework policy.")
      .optional(),
  }).optional(),
  attributes: z
    .record(
      text('changeTicket').regex(
        /^[A-Za-z][A-Za-z0-9]*$/,
        'Not an attribute: write letters and digits, such as changeTicket',
      ),
      strict({ description: text('Number of the change ticket').optional() }),
    )
    .describe(
      'Attributes that a request may carry besides those that a `when` mentions.',
    )
    .optional(),
  teams: named(
    strict({
      groups: list(
        text('group:default/payments'),
        '[group:default/payments]',
      ).describe('Groups of the catalog; members of child groups count.'),
      codeowners: text("'@acme/payments'")
        .describe('How CODEOWNERS files call the team.')
        .optional(),
    }),
    'payments: { groups: [group:default/payments] }',
  ).describe('Names that the rest of the file uses for groups of the catalog.'),
  clients: named(
    client,
    "release-bot: { principals: ['external:release-bot'] }",
  )
    .describe('Machines that may ask for themselves; `client:<name>` in rules.')
    .optional(),
  environments: named(
    environment,
    'dev: { tier: nonprod, owners: [platform] }',
  ).describe('The one source of environments.'),
  dataStores: named(
    strict({
      environment: name('prod'),
      owners,
      restricted,
      aliases,
    }),
    'pg-payments: { environment: prod, owners: [payments] }',
  )
    .describe(
      'Kafka clusters, databases and the like, each in one environment.',
    )
    .optional(),
  services: named(
    strict({
      owners,
      restricted,
      stores: anyList(name('kafka-prod'), '[kafka-prod]')
        .describe('Data stores that a change of it always touches.')
        .optional(),
      aliases,
    }),
    'payments-api: { owners: [payments] }',
  )
    .describe('What is deployed: applications and modules.')
    .optional(),
  roles: named(
    strict({
      actions: list(plainAction(), '[service.deploy]'),
    }),
    'deployer: { actions: [service.deploy] }',
  )
    .describe('Named sets of actions; `role:<name>` in rules.')
    .optional(),
  rules: anyList(
    rule,
    "[{ id: owners, effect: allow, to: ['owner:service'], actions: [service.deploy] }]",
  )
    .describe('Who may. Order has no meaning; deny beats allow.')
    .optional(),
  breakGlass: strict({
    teams: list(name('platform'), '[platform]').describe(
      'Teams whose members may open a grant.',
    ),
    maxMinutes: count(1, 1_440).describe('A grant ends by itself after it.'),
    require: anyList(
      oneOf(['reason', 'ticket']),
      '[reason, ticket]',
    ).optional(),
    approvals: count(1, 10)
      .describe('Other people who approve it; one if left out.')
      .optional(),
    never: anyList(plainAction(), '[store.drop]')
      .describe('Actions that no grant allows.')
      .optional(),
  })
    .describe('Who may pass guards and denies in an emergency.')
    .optional(),
  approvals: anyList(
    approval,
    '[{ id: prod, actions: [service.deploy], in: [prod], stages: [{ from: [owner:environment], count: 1 }] }]',
  )
    .describe('Who must say yes once the rules said that one may.')
    .optional(),
  limits: anyList(
    limit,
    "[{ id: temporary, service: '*', in: ['tier:nonprod'], perTeam: 5 }]",
  )
    .describe('How much there may be, live or asked for.')
    .optional(),
  layout: anyList(
    strict({
      repo: text('infrastructure-live').describe('Name of the repository.'),
      glob: text("'deploy/{environment}/{service}/**'").describe(
        'Placeholders: {account}, {region}, {environment}, {unit}, {service}.',
      ),
    }),
    "[{ repo: infrastructure-live, glob: 'deploy/{environment}/{service}/**' }]",
  )
    .describe('Which target a path of a repository belongs to.')
    .optional(),
  $teamFiles: anyList(teamFile, '[{ file: teams/payments.yaml, text: … }]')
    .describe('Written by the merge of a directory; never by hand.')
    .optional(),
});

/** A policy file as it is written. @public */
export type OwnershipPolicyDocument = z.infer<typeof ownershipPolicySchema>;
