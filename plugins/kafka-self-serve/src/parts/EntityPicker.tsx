// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { stringifyEntityRef } from '@backstage/catalog-model';
import { useApi, useTranslationRef } from '@backstage/frontend-plugin-api';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import { Combobox } from '@backstage/ui';
import { LoadError, useLoad } from '@fairway/requests-react';
import { useCallback } from 'react';
import { kafkaSelfServeTranslationRef } from '../translation';

/** Suggestions; whatever is beyond them can be typed. */
const MOST = 500;

/** A ref of an entity, chosen from those of the catalog or typed. */
export const EntityPicker = (props: {
  label: string;
  description: string;
  /** Kinds in lower case; kept by the caller. */
  kinds: readonly string[];
  value: string;
  onChange: (ref: string) => void;
}) => {
  const { label, description, kinds, value, onChange } = props;
  const catalog = useApi(catalogApiRef);
  const { t } = useTranslationRef(kafkaSelfServeTranslationRef);
  const {
    value: answer,
    error,
    isLoading,
    reload,
  } = useLoad(
    useCallback(
      () =>
        catalog.queryEntities({
          filter: { kind: [...kinds] },
          fields: ['kind', 'metadata'],
          orderFields: [{ field: 'metadata.name', order: 'asc' }],
          limit: MOST,
        }),
      [catalog, kinds],
    ),
  );
  const options = (answer?.items ?? []).map(entity => {
    const ref = stringifyEntityRef(entity);
    return { value: ref, label: ref };
  });
  return (
    <>
      <Combobox
        label={label}
        description={description}
        isRequired
        allowsCustomValue
        inputValue={value}
        onInputChange={onChange}
        options={options}
      />
      {error && (
        <LoadError
          error={error}
          title={t('catalog.error')}
          notAllowedTitle={t('catalog.notAllowed')}
          onRetry={reload}
          isRetrying={isLoading}
        />
      )}
    </>
  );
};
