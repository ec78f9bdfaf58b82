// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Button, Flex, Text } from '@backstage/ui';
import { EmptyState } from '@fairway/requests-react';
import { RiAddLine } from '@remixicon/react';
import { useEffect, useState } from 'react';
import { selfServiceTranslationRef } from '../../translation';
import { textAt } from '../formValue';
import { FieldError, FieldSkeleton } from '../module/FieldStates';
import { isMissing, moduleQuestion } from '../module/question';
import { propertiesOf } from '../module/settings';
import { useModule } from '../module/useModule';
import { useUnits } from '../module/useUnits';
import {
  type DependencyRow,
  targetFolder,
  toDependencies,
  toRows,
} from './dependencies';
import { OneDependency } from './OneDependency';
import { fairwayDependencySchema } from './schema';

type FairwayDependencyProps = typeof fairwayDependencySchema.TProps;

const nextId = (rows: { id: number }[]) =>
  Math.max(-1, ...rows.map(({ id }) => id)) + 1;

/** Other units of the same environment, and which of their outputs fill which inputs. */
export const FairwayDependency = (props: FairwayDependencyProps) => {
  const { formData, onChange, schema, uiSchema, formContext } = props;
  const isDisabled = props.disabled || props.readonly;
  const { t } = useTranslationRef(selfServiceTranslationRef);
  const options = uiSchema?.['ui:options'];
  const form = formContext?.formData;
  const unit = textAt(form, options?.unitField);
  const environment = textAt(form, options?.environmentField);
  const folder = unit ?? targetFolder(options?.target, form);
  const { value, error, isLoading, isFresh, reload } = useUnits({
    repoUrl: options?.repoUrl ?? '',
    ...(environment !== undefined && { environment }),
  });
  const module = useModule(moduleQuestion(options ?? {}, form));
  const answer = module.value?.answer;
  const inputs =
    answer && !isMissing(answer)
      ? Object.keys(propertiesOf(answer.inspection))
      : [];
  const [rows, setRows] = useState<DependencyRow[]>();
  const label = schema?.title ?? t('dependency.label');
  const others = (value?.units ?? []).filter(({ path }) => path !== folder);
  const shown = rows ?? toRows(formData ?? [], value?.units ?? []);

  // The way from a unit to another depends on where the unit is, which other fields say.
  const dependencies = toDependencies(shown, folder);
  const isSame =
    JSON.stringify(dependencies) === JSON.stringify(formData ?? []);
  useEffect(() => {
    if (rows && !isSame) onChange(dependencies);
  });

  if (error) {
    return (
      <FieldError
        label={label}
        error={error}
        title={t('dependency.error')}
        notAllowedTitle={t('dependency.notAllowed')}
        onRetry={reload}
        isRetrying={isLoading}
      />
    );
  }
  if (!value || !isFresh) {
    return <FieldSkeleton label={label} loading={t('dependency.loading')} />;
  }
  return (
    <Flex direction="column" gap="3" aria-busy={isLoading}>
      <div>
        <Text as="h3" variant="body-large" weight="bold">
          {label}
        </Text>
        {(uiSchema?.['ui:description'] ?? schema?.description) && (
          <Text as="div" color="secondary">
            {uiSchema?.['ui:description'] ?? schema?.description}
          </Text>
        )}
      </div>
      {others.length === 0 && (
        <EmptyState title={t('dependency.empty.title')} headingLevel="h4">
          {t('dependency.empty.text')}
        </EmptyState>
      )}
      {others.length > 0 && shown.length === 0 && (
        <Text as="div" color="secondary">
          {t('dependency.none')}
        </Text>
      )}
      {shown.map((row, index) => (
        <OneDependency
          key={row.id}
          number={String(index + 1)}
          row={row}
          units={others.filter(
            ({ path }) =>
              path === row.unit || shown.every(each => each.unit !== path),
          )}
          inputs={inputs}
          isDisabled={isDisabled}
          onChange={changed =>
            setRows(shown.map(each => (each.id === row.id ? changed : each)))
          }
          onRemove={() => setRows(shown.filter(each => each.id !== row.id))}
        />
      ))}
      {others.length > shown.length && (
        <div>
          <Button
            variant="secondary"
            size="small"
            iconStart={<RiAddLine />}
            isDisabled={isDisabled}
            onPress={() =>
              setRows([...shown, { id: nextId(shown), outputs: [] }])
            }
          >
            {t('dependency.add')}
          </Button>
        </div>
      )}
    </Flex>
  );
};
