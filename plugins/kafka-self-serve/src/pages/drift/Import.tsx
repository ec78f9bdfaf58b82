// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { useApi, useTranslationRef } from '@backstage/frontend-plugin-api';
import { Select, Text } from '@backstage/ui';
import { useLoad } from '@fairway/requests-react';
import { useCallback, useState } from 'react';
import { kafkaSelfServeApiRef } from '../../api';
import { LoadedPart, useEnvironments } from '../../parts';
import { kafkaSelfServeTranslationRef } from '../../translation';
import { ImportForm } from './ImportForm';

const Suggestions = (props: { environment: string }) => {
  const { environment } = props;
  const { t } = useTranslationRef(kafkaSelfServeTranslationRef);
  const api = useApi(kafkaSelfServeApiRef);
  const loaded = useLoad(
    useCallback(
      (signal: AbortSignal) =>
        api.importSuggestions({ environment, limit: 100 }, { signal }),
      [api, environment],
    ),
  );
  return (
    <LoadedPart
      loaded={loaded}
      words={{
        loading: t('drift.import.loading'),
        error: t('drift.import.error'),
        notAllowed: t('drift.import.notAllowed'),
      }}
    >
      {({ items }) => (
        <ImportForm
          environment={environment}
          suggestions={items}
          onImported={loaded.reload}
        />
      )}
    </LoadedPart>
  );
};

/** Gives topics that were found on a cluster to the applications that they probably belong to. */
export const Import = () => {
  const { t } = useTranslationRef(kafkaSelfServeTranslationRef);
  const loaded = useEnvironments();
  const [environment, setEnvironment] = useState<string>();
  return (
    <>
      <Text as="p">{t('drift.import.text')}</Text>
      <LoadedPart
        loaded={loaded}
        words={{
          loading: t('environments.loading'),
          error: t('environments.error'),
          notAllowed: t('environments.notAllowed'),
        }}
      >
        {({ items }) => (
          <Select
            label={t('drift.import.environment')}
            placeholder={t('drift.import.choose')}
            options={items.map(({ name, displayName }) => ({
              value: name,
              label: displayName,
            }))}
            selectedKey={environment ?? null}
            onSelectionChange={key => setEnvironment(String(key))}
          />
        )}
      </LoadedPart>
      {environment && (
        <Suggestions key={environment} environment={environment} />
      )}
    </>
  );
};
