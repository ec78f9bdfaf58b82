// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  Flex,
  RadioGroup,
  Skeleton,
  Text,
  VisuallyHidden,
} from '@backstage/ui';
import { EmptyState, ErrorPanel, NotAllowed } from '@fairway/requests-react';
import { selfServiceTranslationRef } from '../../translation';
import { EnvironmentOption } from './EnvironmentOption';
import { fieldTitle, targetsQuestion } from './question';
import { fairwayEnvironmentSchema } from './schema';
import { useCurrentErrors } from './useCurrentErrors';
import { useMyTargets } from './useMyTargets';

type FairwayEnvironmentProps = typeof fairwayEnvironmentSchema.TProps;

const OptionsSkeleton = () => {
  const { t } = useTranslationRef(selfServiceTranslationRef);
  return (
    <div role="status">
      <VisuallyHidden>{t('environment.loading')}</VisuallyHidden>
      <Flex direction="column" gap="3" aria-hidden="true">
        <Skeleton width="100%" height={56} />
        <Skeleton width="100%" height={56} />
        <Skeleton width="100%" height={56} />
      </Flex>
    </div>
  );
};

/**
 * Environment picker of the scaffolder's form. The server says what the person
 * may do where; the rest is shown, disabled, with the reason.
 */
export const FairwayEnvironment = (props: FairwayEnvironmentProps) => {
  const { formData, onChange, schema, uiSchema, idSchema, required } = props;
  const { rawErrors = [], disabled, readonly, formContext, registry } = props;
  const { t } = useTranslationRef(selfServiceTranslationRef);
  const options = uiSchema?.['ui:options'] ?? {};
  const question = targetsQuestion(options, formContext?.formData);
  const { value, error, isLoading, reload } = useMyTargets(question);
  const errorId = `${idSchema?.$id}__error`;
  const isInvalid = useCurrentErrors({
    errors: rawErrors,
    answer: JSON.stringify([formData, question]),
    errorId,
  });
  const label = schema?.title ?? t('environment.label');

  if (error) {
    return (
      <Flex direction="column" gap="2">
        <Text as="div">{label}</Text>
        <ErrorPanel
          title={t('environment.error')}
          error={error}
          onRetry={reload}
          isRetrying={isLoading}
        />
      </Flex>
    );
  }
  if (!value) {
    return (
      <Flex direction="column" gap="2">
        <Text as="div">{label}</Text>
        <OptionsSkeleton />
      </Flex>
    );
  }
  const { targets } = value;
  if (targets.length === 0) {
    return (
      <EmptyState title={t('environment.empty.title')} headingLevel="h4">
        {t('environment.empty.text')}
      </EmptyState>
    );
  }

  const isHopeless = targets.every(
    target => target.decision !== 'allow' && target.needs.length === 0,
  );
  const fieldOf = (attribute: string) => {
    const field = options.requestFields?.[attribute];
    return field && fieldTitle(registry?.rootSchema, field);
  };
  return (
    <Flex direction="column" gap="3" aria-busy={isLoading}>
      {isHopeless && (
        <NotAllowed
          title={t('environment.none.title')}
          askFor={[...new Set(targets.flatMap(target => target.askFor))]}
        >
          {t('environment.none.text')}
        </NotAllowed>
      )}
      <RadioGroup
        name={idSchema?.$id}
        label={label}
        description={uiSchema?.['ui:description'] ?? schema?.description}
        isRequired={required}
        isDisabled={disabled}
        isReadOnly={readonly}
        isInvalid={isInvalid}
        // The form checks: a radio that the browser finds invalid would stop
        // the very submit that asks again.
        validationBehavior="aria"
        // Where the form prints the errors of this field.
        aria-describedby={isInvalid ? errorId : undefined}
        // Any string counts as chosen, and Tab goes to none but the chosen.
        value={formData || null}
        onChange={onChange}
      >
        {targets.map(target => (
          <EnvironmentOption
            key={target.environment}
            target={target}
            isChosen={target.environment === formData}
            fieldOf={fieldOf}
          />
        ))}
      </RadioGroup>
      <Text as="div" role="status" variant="body-small" color="secondary">
        {isLoading && t('environment.checking')}
      </Text>
    </Flex>
  );
};
