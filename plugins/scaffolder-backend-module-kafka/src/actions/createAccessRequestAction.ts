// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import type { KafkaRequests } from '../KafkaRequests';
import { askFor, askingInput, askingOutput, given } from './common';
import { examples } from './createAccessRequestAction.examples';

const ID = 'kafka:access:request';

/** Asks for access to somebody's topic, which its owner decides about. */
export function createAccessRequestAction(options: {
  requests: KafkaRequests;
  portal: string;
}) {
  return createTemplateAction({
    id: ID,
    description:
      "Asks for access to another team's Kafka topic. Its owner decides; with expiresAt the access ends by itself.",
    examples,
    supportsDryRun: true,
    schema: {
      input: {
        environment: z => z.string().describe('The Kafka environment'),
        grantee: z =>
          z.string().describe('The application instance that gets access'),
        access: z => z.enum(['CONSUME', 'PRODUCE']),
        topic: z =>
          z.string().describe('Name of the topic, or a prefix of names'),
        prefixed: z =>
          z
            .boolean()
            .describe('Whether the topic is a prefix; false if left out')
            .optional(),
        group: z =>
          z
            .string()
            .describe(
              "For CONSUME: prefix of the groups that read it, of the grantee's own",
            )
            .optional(),
        transactionalId: z =>
          z
            .string()
            .describe('For PRODUCE with transactions: prefix of the ids')
            .optional(),
        expiresAt: z =>
          z
            .string()
            .describe('When it ends, ISO 8601; until it is revoked if left out')
            .optional(),
        ...askingInput,
      },
      output: askingOutput,
    },
    async handler(ctx) {
      const { environment, grantee, access, topic, prefixed } = ctx.input;
      const { group, transactionalId, expiresAt } = ctx.input;
      await askFor({
        ...options,
        action: ID,
        ctx,
        wish: {
          kind: 'kafka.grant',
          payload: given({
            operation: 'create',
            environment,
            grantee,
            access,
            topic: { pattern: prefixed ? 'PREFIXED' : 'LITERAL', name: topic },
            group: group && { pattern: 'PREFIXED', name: group },
            transactionalId: transactionalId && {
              pattern: 'PREFIXED',
              name: transactionalId,
            },
            expiresAt,
          }),
        },
      });
    },
  });
}
