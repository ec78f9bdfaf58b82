// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { createFormField } from '@backstage/plugin-scaffolder-react/alpha';
import { KafkaApplication } from './KafkaApplication';
import { KafkaTopic } from './KafkaTopic';
import { kafkaApplicationSchema, kafkaTopicSchema } from './schemas';
import { validateApplication, validateTopic } from './validate';

/** `ui:field: KafkaApplication` */
export const kafkaApplicationField = createFormField({
  name: 'KafkaApplication',
  component: KafkaApplication,
  schema: kafkaApplicationSchema,
  validation: validateApplication,
});

/** `ui:field: KafkaTopic` */
export const kafkaTopicField = createFormField({
  name: 'KafkaTopic',
  component: KafkaTopic,
  schema: kafkaTopicSchema,
  validation: validateTopic,
});
