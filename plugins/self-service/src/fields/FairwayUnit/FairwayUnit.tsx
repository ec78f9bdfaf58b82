// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Flex, Select, Text } from '@backstage/ui';
import type { UnitSummary } from '@fairway/backstage-plugin-self-service-common';
import { EmptyState } from '@fairway/requests-react';
import { useEffect } from 'react';
import { selfServiceTranslationRef } from '../../translation';
import { useCurrentErrors } from '../FairwayEnvironment/useCurrentErrors';
import { textAt } from '../formValue';
import { FieldError, FieldSkeleton } from '../module/FieldStates';
import { useUnits } from '../module/useUnits';
import { fairwayUnitSchema } from './schema';

type FairwayUnitProps = typeof fairwayUnitSchema.TProps;

/** Picks something that is there already. */
export const FairwayUnit = (props: FairwayUnitProps) => {
  const { formData, onChange, schema, uiSchema, idSchema, required } = props;
  const { rawErrors = [], disabled, readonly, formContext } = props;
  const { t } = useTranslationRef(selfServiceTranslationRef);
  const options = uiSchema?.['ui:options'];
  const environment = textAt(formContext?.formData, options?.environmentField);
  const { value, error, isLoading, isFresh, reload } = useUnits({
    repoUrl: options?.repoUrl ?? '',
    ...(environment !== undefined && { environment }),
  });
  const errorId = `${idSchema?.$id}__error`;
  const isInvalid = useCurrentErrors({
    errors: rawErrors,
    answer: JSON.stringify([formData, environment]),
    errorId,
  });
  const label = schema?.title ?? t('unit.label');
  const units = (value?.units ?? []).filter(
    unit =>
      options?.module === undefined || unit.module?.name === options.module,
  );

  // What was chosen in another environment is none of this one.
  const isGone =
    isFresh &&
    formData !== undefined &&
    environment !== undefined &&
    value?.units.every(({ path }) => path !== formData);
  useEffect(() => {
    if (isGone) onChange(undefined);
  }, [isGone, onChange]);

  if (error) {
    return (
      <FieldError
        label={label}
        error={error}
        title={t('unit.error')}
        notAllowedTitle={t('unit.notAllowed')}
        onRetry={reload}
        isRetrying={isLoading}
      />
    );
  }
  if (!value || !isFresh) {
    return <FieldSkeleton label={label} loading={t('unit.loading')} />;
  }
  const words = ({ name, environment: of, module }: UnitSummary) =>
    module
      ? t('unit.option', {
          name,
          environment: of,
          module: module.name,
          version: module.version,
        })
      : t('unit.plain', { name, environment: of });
  return (
    <Flex direction="column" gap="2" aria-busy={isLoading}>
      {units.length === 0 ? (
        <>
          <Text as="div">{label}</Text>
          <EmptyState title={t('unit.empty.title')} headingLevel="h4">
            {t('unit.empty.text')}
          </EmptyState>
        </>
      ) : (
        <Select
          label={label}
          description={uiSchema?.['ui:description'] ?? schema?.description}
          secondaryLabel={required ? t('inputs.required') : undefined}
          placeholder={t('unit.choose')}
          isDisabled={disabled || readonly}
          isInvalid={isInvalid}
          aria-describedby={isInvalid ? errorId : undefined}
          searchable={units.length > 8}
          options={units.map(unit => ({
            value: unit.path,
            label: words(unit),
          }))}
          value={formData ?? null}
          onChange={path => onChange(String(path))}
        />
      )}
      {value.hidden > 0 && (
        <Text as="div" variant="body-small" color="secondary">
          {t('unit.hidden', { number: String(value.hidden) })}
        </Text>
      )}
    </Flex>
  );
};
