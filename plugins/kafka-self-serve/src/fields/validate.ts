// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import {
  type ApiHolder,
  translationApiRef,
} from '@backstage/frontend-plugin-api';
import type { CustomFieldValidator } from '@backstage/plugin-scaffolder-react';
import { describeError } from '@fairway/requests-react';
import { kafkaSelfServeApiRef } from '../api';
import { kafkaSelfServeTranslationRef } from '../translation';
import { environmentOf } from './environmentOf';
import type { KafkaApplicationOptions, KafkaTopicOptions } from './schemas';

function wordsOf(apiHolder: ApiHolder) {
  const words = apiHolder
    .get(translationApiRef)
    ?.getTranslation(kafkaSelfServeTranslationRef);
  return words?.ready ? words.t : undefined;
}

const isMissing = (error: unknown) =>
  (error as { statusCode?: number }).statusCode === 404;

/** It may be of another team since the form was opened, or never was one's own. */
export const validateApplication: CustomFieldValidator<
  string,
  KafkaApplicationOptions
> = async (instance, field, { apiHolder }) => {
  const kafka = apiHolder.get(kafkaSelfServeApiRef);
  if (!instance || !kafka) return;
  const t = wordsOf(apiHolder);
  try {
    const [name] = instance.split('@');
    const { items } = await kafka.applications({ mine: true, q: name });
    const isMine = items.some(application => application.name === name);
    if (!isMine) {
      field.addError(
        t?.('fields.application.unknown', { instance }) ?? instance,
      );
    }
  } catch (error) {
    const cause = describeError(error as Error).message;
    field.addError(
      t?.('fields.application.unchecked', { instance, cause }) ?? cause,
    );
  }
};

/** Names can be typed, and topics deleted. */
export const validateTopic: CustomFieldValidator<
  string,
  KafkaTopicOptions
> = async (name, field, { apiHolder, formData, uiSchema }) => {
  const kafka = apiHolder.get(kafkaSelfServeApiRef);
  const environment = environmentOf(uiSchema?.['ui:options'] ?? {}, formData);
  if (!name || environment === undefined || !kafka) return;
  const t = wordsOf(apiHolder);
  try {
    await kafka.topic({ environment, name });
  } catch (error) {
    const cause = describeError(error as Error).message;
    field.addError(
      (isMissing(error)
        ? t?.('fields.topic.unknown', { name, environment })
        : t?.('fields.topic.unchecked', { name, cause })) ?? cause,
    );
  }
};
