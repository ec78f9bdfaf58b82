// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Flex, Text } from '@backstage/ui';
import { EmptyState } from '@fairway/requests-react';
import { useEffect } from 'react';
import { selfServiceTranslationRef } from '../../translation';
import { useCurrentErrors } from '../FairwayEnvironment/useCurrentErrors';
import { valueAt } from '../formValue';
import { FieldError, FieldSkeleton } from '../module/FieldStates';
import { isMissing, type Missing, moduleQuestion } from '../module/question';
import { fitted } from '../module/settings';
import { useModule } from '../module/useModule';
import { fairwayModuleInputsSchema } from './schema';
import { SettingsForm } from './SettingsForm';

type FairwayModuleInputsProps = typeof fairwayModuleInputsSchema.TProps;

const NothingYet = (props: { missing: Missing }) => {
  const { missing } = props;
  const { t } = useTranslationRef(selfServiceTranslationRef);
  if (typeof missing === 'object') {
    return (
      <EmptyState title={t('inputs.noVersion.title')} headingLevel="h4">
        {t('inputs.noVersion.text', { module: missing.noVersionOf })}
      </EmptyState>
    );
  }
  const what = missing === 'unit' ? 'chooseUnit' : 'chooseModule';
  return (
    <EmptyState title={t(`inputs.${what}.title`)} headingLevel="h4">
      {t(`inputs.${what}.text`)}
    </EmptyState>
  );
};

/**
 * The settings of a module at a version, as the module declares them; of a unit
 * that is there, filled from its file in Git.
 */
export const FairwayModuleInputs = (props: FairwayModuleInputsProps) => {
  const { formData, onChange, schema, uiSchema, idSchema } = props;
  const { rawErrors = [], disabled, readonly, formContext } = props;
  const { t } = useTranslationRef(selfServiceTranslationRef);
  const options = uiSchema?.['ui:options'] ?? {};
  const form = formContext?.formData;
  const question = moduleQuestion(options, form);
  const { value, error, isLoading, reload } = useModule(question);
  const label = schema?.title ?? t('inputs.label');
  const isCurrent = value?.key === JSON.stringify(question);
  const answer = value && !isMissing(value.answer) ? value.answer : undefined;
  const given = formData ?? {};
  const fit = answer && isCurrent ? fitted(given, answer) : given;
  const dependencies = options.dependenciesField
    ? valueAt(form, options.dependenciesField)
    : undefined;
  const hasErrors = useCurrentErrors({
    errors: rawErrors,
    answer: JSON.stringify([formData, question, dependencies]),
    errorId: `${idSchema?.$id}__error`,
  });

  // The template's steps read from the value what the settings are for.
  const isFit = JSON.stringify(fit) === JSON.stringify(given);
  useEffect(() => {
    if (!isFit) onChange(fit);
  });

  if (error) {
    return (
      <FieldError
        label={label}
        error={error}
        title={t('inputs.error')}
        notAllowedTitle={t('inputs.notAllowed')}
        onRetry={reload}
        isRetrying={isLoading}
      />
    );
  }
  if (!value || (!isCurrent && !answer)) {
    return <FieldSkeleton label={label} loading={t('inputs.loading')} />;
  }
  return (
    <Flex direction="column" gap="3" aria-busy={isLoading}>
      <Text as="h3" variant="body-large" weight="bold">
        {label}
      </Text>
      {(uiSchema?.['ui:description'] ?? schema?.description) && (
        <Text as="p" color="secondary" style={{ margin: 0 }}>
          {uiSchema?.['ui:description'] ?? schema?.description}
        </Text>
      )}
      {isMissing(value.answer) && <NothingYet missing={value.answer} />}
      {answer && (
        <SettingsForm
          // Another unit, or another module: nothing typed for the one before may stay.
          key={`${answer.inspection.name} ${answer.unit?.path}`}
          answer={answer}
          value={fit}
          onChange={onChange}
          dependencies={dependencies}
          hide={options.hide ?? []}
          isDisabled={disabled || readonly || !isCurrent}
          showsProblems={hasErrors}
        />
      )}
      <Text as="div" role="status" variant="body-small" color="secondary">
        {isLoading && t('inputs.checking')}
      </Text>
    </Flex>
  );
};
