// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Select } from '@backstage/ui';
import { EmptyState, LoadError } from '@fairway/requests-react';
import { useMyApplications } from '../pages/ask/useMine';
import { kafkaSelfServeTranslationRef } from '../translation';
import { LoadingRows } from '../words';
import type { kafkaApplicationSchema } from './schemas';

/** More than these are searched. */
const FEW = 8;

/** Picks one of the person's applications where it is: in an environment. */
export const KafkaApplication = (
  props: typeof kafkaApplicationSchema.TProps,
) => {
  const { formData, onChange, schema, uiSchema, idSchema } = props;
  const { rawErrors = [], disabled, readonly } = props;
  const { t } = useTranslationRef(kafkaSelfServeTranslationRef);
  const { value, error, isLoading, reload } = useMyApplications();
  const wanted = uiSchema?.['ui:options']?.environment;
  if (error) {
    return (
      <LoadError
        error={error}
        title={t('fields.application.error')}
        notAllowedTitle={t('fields.application.notAllowed')}
        onRetry={reload}
        isRetrying={isLoading}
      />
    );
  }
  if (!value) {
    return <LoadingRows>{t('fields.application.loading')}</LoadingRows>;
  }
  const instances = value
    .flatMap(application => application.instances)
    .filter(({ environment }) => !wanted || environment === wanted);
  if (instances.length === 0) {
    return (
      <EmptyState title={t('fields.application.none')} headingLevel="h4">
        {t('fields.application.noneText')}
      </EmptyState>
    );
  }
  const isInvalid = rawErrors.length > 0;
  return (
    <Select
      label={schema?.title ?? t('fields.application.label')}
      description={uiSchema?.['ui:description'] ?? schema?.description}
      placeholder={t('fields.application.choose')}
      isDisabled={disabled || readonly}
      isInvalid={isInvalid}
      aria-describedby={isInvalid ? `${idSchema?.$id}__error` : undefined}
      searchable={instances.length > FEW}
      options={instances.map(({ id, application, environment }) => ({
        value: id,
        label: t('fields.application.option', { application, environment }),
      }))}
      value={formData ?? null}
      onChange={id => onChange(String(id))}
    />
  );
};
