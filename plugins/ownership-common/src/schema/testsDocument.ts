// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { z } from 'zod';
import { anyList, flag, list, oneOf, strict, text } from './fields';

const at = text("'2026-06-01T10:00:00Z'").refine(
  value =>
    /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d)$/.test(
      value,
    ) && !Number.isNaN(Date.parse(value)),
  {
    error: issue =>
      `"${issue.input}" is not a time: write ISO 8601 with a zone, such as '2026-06-01T10:00:00Z'`,
  },
);

const testCase = strict({
  as: text('pia'),
  do: text('service.deploy'),
  service: text('payments-api').optional(),
  in: text('prod').optional(),
  account: text("'111111111111'").optional(),
  network: text('vpc-dev').optional(),
  cluster: text('eks-dev').optional(),
  stores: anyList(text('kafka-prod'), '[kafka-prod]').optional(),
  with: z
    .record(z.string(), text('CHG1'), {
      error: 'Not a mapping: write attributes such as { changeTicket: CHG1 }',
    })
    .optional(),
  at: at.optional(),
  breakGlass: flag().optional(),
  expect: oneOf(['allow', 'deny']),
  by: text('owners-prod').optional(),
  explain: flag().optional(),
  note: text('the freeze holds').optional(),
});

/**
 * The shape of a file of policy test cases.
 *
 * @public
 */
export const ownershipPolicyTestsSchema = strict({
  $schema: text('ownership-policy-tests.schema.json').optional(),
  apiVersion: oneOf(['ownership/v1']),
  kind: oneOf(['OwnershipPolicyTests']),
  defaults: strict({ at: at.optional() }).optional(),
  users: z.record(
    text('pia'),
    anyList(text('group:default/payments'), '[group:default/payments]'),
    {
      error:
        'Not a mapping: write users with their groups, such as { pia: [group:default/payments] }',
    },
  ),
  cases: list(
    testCase,
    '[{ as: pia, do: service.deploy, service: payments-api, in: dev, expect: allow }]',
  ),
});

/** A file of policy test cases as it is written. @public */
export type OwnershipPolicyTestsDocument = z.infer<
  typeof ownershipPolicyTestsSchema
>;
