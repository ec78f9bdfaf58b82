// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type { z } from 'zod';
import { anyList, flag, name, named, oneOf, strict, text } from './fields';
import { approval, limit, rule } from './ruleEntries';

/**
 * The shape of a team's file in a policy directory. That it narrows only the team's own
 * services is checked by the engine.
 *
 * @public
 */
export const ownershipTeamPolicySchema = strict({
  $schema: text('ownership-team-policy.schema.json').optional(),
  apiVersion: oneOf(['ownership/v1']),
  kind: oneOf(['OwnershipTeamPolicy']),
  team: name('payments').describe('The team; also the name of the file.'),
  services: named(
    strict({
      restricted: flag().describe(
        'true: only its owners, whatever a rule says.',
      ),
    }),
    'payments-api: { restricted: true }',
  )
    .describe('Own services to restrict.')
    .optional(),
  rules: anyList(
    rule,
    "[{ id: no-friday, effect: deny, to: [everyone], actions: [service.deploy], on: ['service:payments-api'] }]",
  )
    .describe('Denies on own services.')
    .optional(),
  approvals: anyList(
    approval,
    "[{ id: payments-lead, actions: [service.deploy], on: ['service:payments-api'], stages: [{ from: ['team:payments'], count: 1 }] }]",
  )
    .describe('Approvals on own services, beside those of the policy.')
    .optional(),
  limits: anyList(limit, '[{ id: few, service: payments-api, perTeam: 5 }]')
    .describe('Limits on own services.')
    .optional(),
});

/** A team's file as it is written. @public */
export type OwnershipTeamPolicyDocument = z.infer<
  typeof ownershipTeamPolicySchema
>;
