// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import type { KafkaRequests } from '../KafkaRequests';
import { askFor, askingInput, askingOutput, given } from './common';
import { examples } from './createApplicationRequestAction.examples';

const ID = 'kafka:application:request';

/** Asks for a streaming application, which an administrator decides about. */
export function createApplicationRequestAction(options: {
  requests: KafkaRequests;
  portal: string;
}) {
  return createTemplateAction({
    id: ID,
    description:
      'Asks for a Kafka application: a streaming app or pipeline that a group owns and that owns topics, groups and subjects. An administrator decides.',
    examples,
    supportsDryRun: true,
    schema: {
      input: {
        name: z =>
          z
            .string()
            .describe('Name of the application: lower case, digits and dashes'),
        displayName: z => z.string().describe('Name for people').optional(),
        description: z => z.string().describe('What it does').optional(),
        ownerRef: z =>
          z
            .string()
            .describe(
              'The group that owns it, as an entity ref: group:default/payments',
            ),
        componentRef: z =>
          z
            .string()
            .describe(
              'The Component or System that it is in the catalog, as an entity ref',
            ),
        ...askingInput,
      },
      output: askingOutput,
    },
    async handler(ctx) {
      const { name, displayName, description, ownerRef, componentRef } =
        ctx.input;
      await askFor({
        ...options,
        action: ID,
        ctx,
        wish: {
          kind: 'kafka.application',
          payload: given({
            operation: 'create',
            name,
            displayName,
            description,
            ownerRef,
            componentRef,
          }),
        },
      });
    },
  });
}
