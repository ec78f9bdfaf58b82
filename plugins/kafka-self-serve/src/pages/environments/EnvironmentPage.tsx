// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { useApi, useTranslationRef } from '@backstage/frontend-plugin-api';
import { Alert, Flex, Text } from '@backstage/ui';
import type { KafkaEnvironmentView } from '@fairway/backstage-plugin-kafka-self-serve-common';
import { ErrorPanel, Section, useLoad, useOnce } from '@fairway/requests-react';
import { useCallback, useState } from 'react';
import { kafkaSelfServeApiRef } from '../../api';
import { useLinks } from '../../layout/useLinks';
import { ActionButton, LoadedPage } from '../../parts';
import { kafkaSelfServeTranslationRef } from '../../translation';
import { ClusterFacts, EnvironmentRules } from './EnvironmentFacts';
import { Health } from './Health';

const Actions = (props: {
  environment: KafkaEnvironmentView;
  onChanged: () => void;
}) => {
  const { environment, onChanged } = props;
  const { name, actions } = environment;
  const { t } = useTranslationRef(kafkaSelfServeTranslationRef);
  const api = useApi(kafkaSelfServeApiRef);
  const { editEnvironment } = useLinks();
  const [isSynced, setSynced] = useState(false);
  const { run, isPending, error } = useOnce();
  const sync = () =>
    run(async () => {
      setSynced(false);
      const { reachable, message } = await api.sync(name);
      onChanged();
      if (!reachable) throw new Error(message);
      setSynced(true);
    });
  return (
    <Flex direction="column" gap="2">
      <Flex gap="3" align="start">
        <ActionButton
          action={actions.sync}
          onPress={sync}
          isPending={isPending}
        >
          {t('environments.one.sync')}
        </ActionButton>
        <ActionButton action={actions.edit} href={editEnvironment(name)}>
          {t('environments.one.edit')}
        </ActionButton>
      </Flex>
      <Text as="p" role="status" variant="body-small">
        {isSynced && t('environments.one.synced')}
      </Text>
      {error && (
        <ErrorPanel title={t('environments.one.syncFailed')} error={error} />
      )}
    </Flex>
  );
};

/** One environment: the cluster, what it holds, and what holds in it. */
export const EnvironmentPage = (props: { name: string }) => {
  const { name } = props;
  const { t } = useTranslationRef(kafkaSelfServeTranslationRef);
  const api = useApi(kafkaSelfServeApiRef);
  const { environmentOf } = useLinks();
  const loaded = useLoad(
    useCallback(
      (signal: AbortSignal) => api.environment(name, { signal }),
      [api, name],
    ),
  );
  return (
    <LoadedPage
      title={loaded.value?.displayName ?? name}
      href={environmentOf(name)}
      loaded={loaded}
      words={{
        loading: t('environments.one.loading'),
        error: t('environments.one.error'),
        notAllowed: t('environments.one.notAllowed'),
      }}
      text={({ description }) => description}
    >
      {environment => (
        <>
          <Health environment={environment} />
          {environment.embedded && (
            <Alert
              role="note"
              status="info"
              title={t('environments.embedded')}
            />
          )}
          {environment.configured && (
            <Text as="p" variant="body-small" color="secondary">
              {t('environments.one.configured')}
            </Text>
          )}
          <Actions environment={environment} onChanged={loaded.reload} />
          <Section title={t('environments.one.facts')}>
            <ClusterFacts environment={environment} />
          </Section>
          <EnvironmentRules environment={environment} />
        </>
      )}
    </LoadedPage>
  );
};
