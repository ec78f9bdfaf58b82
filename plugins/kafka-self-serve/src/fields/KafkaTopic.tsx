// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { useApi, useTranslationRef } from '@backstage/frontend-plugin-api';
import { Combobox, Text } from '@backstage/ui';
import { LoadError, useLoad } from '@fairway/requests-react';
import { useCallback } from 'react';
import { kafkaSelfServeApiRef } from '../api';
import { kafkaSelfServeTranslationRef } from '../translation';
import { environmentOf } from './environmentOf';
import type { kafkaTopicSchema } from './schemas';

/** Suggestions: the cluster may have ten thousand topics. */
const MOST = 20;

const useTopicNames = (environment: string | undefined, typed: string) => {
  const api = useApi(kafkaSelfServeApiRef);
  return useLoad(
    useCallback(
      async (signal: AbortSignal): Promise<string[]> => {
        if (environment === undefined) return [];
        const { items } = await api.topics(
          {
            environment: [environment],
            limit: MOST,
            ...(typed && { q: typed }),
          },
          { signal },
        );
        return items.map(({ name }) => name);
      },
      [api, environment, typed],
    ),
  );
};

/** Picks a topic that is there; the server searches for what is typed. */
export const KafkaTopic = (props: typeof kafkaTopicSchema.TProps) => {
  const { formData = '', onChange, schema, uiSchema, idSchema } = props;
  const { rawErrors = [], disabled, readonly, formContext } = props;
  const { t } = useTranslationRef(kafkaSelfServeTranslationRef);
  const environment = environmentOf(
    uiSchema?.['ui:options'] ?? {},
    formContext?.formData,
  );
  const { value, error, isLoading, reload } = useTopicNames(
    environment,
    formData,
  );
  const names = value ?? [];
  const label = schema?.title ?? t('fields.topic.label');
  if (environment === undefined) {
    return (
      <div>
        <Text as="div">{label}</Text>
        <Text as="p" color="secondary">
          {t('fields.topic.first')}
        </Text>
      </div>
    );
  }
  const isInvalid = rawErrors.length > 0;
  const isEmpty = formData === '' && value?.length === 0;
  return (
    <>
      <Combobox
        label={label}
        description={uiSchema?.['ui:description'] ?? schema?.description}
        isDisabled={disabled || readonly}
        isInvalid={isInvalid}
        aria-describedby={isInvalid ? `${idSchema?.$id}__error` : undefined}
        allowsCustomValue
        inputValue={formData}
        onInputChange={name => onChange(name || undefined)}
        options={names.map(name => ({ value: name, label: name }))}
      />
      <Text as="p" role="status" variant="body-small" color="secondary">
        {!value && !error && t('fields.topic.loading')}
        {isEmpty && t('fields.topic.none', { environment })}
      </Text>
      {/* What could not be searched can still be typed, and is checked when the form goes on. */}
      {error && (
        <LoadError
          error={error}
          title={t('fields.topic.error')}
          notAllowedTitle={t('fields.topic.notAllowed')}
          onRetry={reload}
          isRetrying={isLoading}
        />
      )}
    </>
  );
};
