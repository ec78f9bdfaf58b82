// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { makeFieldSchema } from '@backstage/plugin-scaffolder-react';

/** `ui:options` and value of `KafkaApplication`. */
export const kafkaApplicationSchema = makeFieldSchema({
  output: z =>
    z
      .string()
      .describe("One of the person's application instances: `refunds@dev`"),
  uiOptions: z =>
    z.object({
      environment: z
        .string()
        .optional()
        .describe('Only those in this Kafka environment are offered'),
    }),
});

/** `ui:options` and value of `KafkaTopic`. */
export const kafkaTopicSchema = makeFieldSchema({
  output: z => z.string().describe('Name of a topic that is there'),
  uiOptions: z =>
    z.object({
      environment: z
        .string()
        .optional()
        .describe('The Kafka environment whose topics are offered'),
      applicationField: z
        .string()
        .optional()
        .describe(
          'Field of this form that holds an application, in place of `environment`: the topics are those of its environment',
        ),
    }),
});

export interface KafkaApplicationOptions {
  environment?: string;
}

export interface KafkaTopicOptions {
  environment?: string;
  applicationField?: string;
}
