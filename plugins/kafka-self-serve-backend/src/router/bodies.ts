// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import {
  type ConnectionTestInput,
  type DriftChoice,
  environmentSchema,
  type FilesPlanInput,
  type ImportInput,
  type PromotionDiffInput,
  topicPolicySchema,
} from '@fairway/backstage-plugin-kafka-self-serve-common';
import { z, type ZodType } from 'zod';
import { optionalText, requiredText } from './parse';

const MOST_TOPICS = 10_000;
const LARGEST_FILE = 2_000_000;
const rowVersion = z.int().min(1).optional();

export const environmentUpdateBody = environmentSchema.extend({ rowVersion });
export const policyBody = topicPolicySchema.extend({ rowVersion });

export const connectionTestBody: ZodType<ConnectionTestInput> = z.strictObject({
  connection: requiredText,
  environment: optionalText,
});

export const driftChoiceBody: ZodType<DriftChoice> = z.strictObject({
  choice: z.enum(['ignore', 'watch', 'adopt']),
  comment: optionalText,
});

export const importBody: ZodType<ImportInput> = z.strictObject({
  environment: requiredText,
  topics: z
    .array(z.strictObject({ name: requiredText, instance: optionalText }))
    .max(MOST_TOPICS)
    .default([]),
  all: z.boolean().optional(),
  grants: z.boolean().optional(),
});

export const promotionDiffBody: ZodType<PromotionDiffInput> = z.strictObject({
  from: requiredText,
  to: optionalText,
  topics: z.array(requiredText).min(1).max(100),
});

export const filesPlanBody: ZodType<FilesPlanInput> = z.strictObject({
  environment: requiredText,
  instance: requiredText,
  content: z.string().max(LARGEST_FILE),
});
