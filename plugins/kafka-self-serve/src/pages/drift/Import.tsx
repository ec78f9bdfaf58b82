// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { useApi, useTranslationRef } from '@backstage/frontend-plugin-api';
import { Text } from '@backstage/ui';
import { useLoad } from '@fairway/requests-react';
import { useCallback, useState } from 'react';
import { kafkaSelfServeApiRef } from '../../api';
import { EnvironmentChoice, LoadedPart, WithEnvironments } from '../../parts';
import { kafkaSelfServeTranslationRef } from '../../translation';
import styles from './drift.module.css';
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
  const [environment, setEnvironment] = useState('');
  return (
    <>
      <Text as="p">{t('drift.import.text')}</Text>
      <WithEnvironments>
        {environments => (
          <div className={styles.choice}>
            <EnvironmentChoice
              label={t('drift.import.environment')}
              placeholder={t('drift.import.choose')}
              environments={environments}
              value={environment}
              onChange={setEnvironment}
            />
          </div>
        )}
      </WithEnvironments>
      {environment && (
        <Suggestions key={environment} environment={environment} />
      )}
    </>
  );
};
