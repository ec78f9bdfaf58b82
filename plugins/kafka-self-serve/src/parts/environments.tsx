// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Select } from '@backstage/ui';
import type { KafkaEnvironmentView } from '@fairway/backstage-plugin-kafka-self-serve-common';
import { EmptyState } from '@fairway/requests-react';
import type { ReactNode } from 'react';
import { kafkaSelfServeTranslationRef } from '../translation';
import { LoadedPart } from './LoadedPart';
import { useEnvironments } from './useEnvironments';

type Environments = readonly KafkaEnvironmentView[];

/** What needs to know the environments, and that there is at least one. */
export const WithEnvironments = (props: {
  children: (environments: Environments, reload: () => void) => ReactNode;
}) => {
  const { t } = useTranslationRef(kafkaSelfServeTranslationRef);
  const loaded = useEnvironments();
  return (
    <LoadedPart
      loaded={loaded}
      words={{
        loading: t('environments.loading'),
        error: t('environments.error'),
        notAllowed: t('environments.notAllowed'),
      }}
    >
      {({ items }) =>
        items.length === 0 ? (
          <EmptyState title={t('environments.empty.title')}>
            {t('environments.empty.text')}
          </EmptyState>
        ) : (
          props.children(items, loaded.reload)
        )
      }
    </LoadedPart>
  );
};

/** One of the environments. */
export const EnvironmentChoice = (props: {
  label: string;
  placeholder: string;
  isRequired?: boolean;
  environments: Environments;
  /** Empty until one is chosen. */
  value: string;
  onChange: (name: string) => void;
}) => {
  const { environments, value, onChange, ...field } = props;
  return (
    <Select
      {...field}
      options={environments.map(({ name, displayName }) => ({
        value: name,
        label: displayName,
      }))}
      selectedKey={value || null}
      onSelectionChange={key => onChange(String(key ?? ''))}
    />
  );
};
