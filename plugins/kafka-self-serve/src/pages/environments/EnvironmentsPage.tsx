// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { useApi, useTranslationRef } from '@backstage/frontend-plugin-api';
import { Alert, Link, Text } from '@backstage/ui';
import type { KafkaEnvironmentView } from '@fairway/backstage-plugin-kafka-self-serve-common';
import {
  EmptyState,
  LoadError,
  ScrollTable,
  useLoad,
} from '@fairway/requests-react';
import { useCallback } from 'react';
import { kafkaSelfServeApiRef } from '../../api';
import { kafkaSelfServeTranslationRef } from '../../translation';
import { useLinks } from '../../layout/useLinks';
import { useTopicLinks } from '../../layout/useTopicLinks';
import { ActionButton, Page } from '../../parts';
import { LoadingRows } from '../../words';
import { Health } from './Health';

const COLUMNS = [
  'name',
  'health',
  'version',
  'brokers',
  'topics',
  'groups',
  'applications',
] as const;

const Row = (props: { environment: KafkaEnvironmentView }) => {
  const { environment } = props;
  const { counts, status } = environment;
  const { t } = useTranslationRef(kafkaSelfServeTranslationRef);
  const { topicsOf } = useTopicLinks();
  const { environmentOf } = useLinks();
  const unknown = t('environments.unknown');
  return (
    <tr>
      <th scope="row">
        <Link href={environmentOf(environment.name)}>
          {environment.displayName}
        </Link>
        <div>
          <code>{environment.name}</code>
        </div>
        {environment.embedded && (
          <Text variant="body-small" color="secondary">
            {t('environments.embedded')}
          </Text>
        )}
      </th>
      <td>
        <Health environment={environment} />
      </td>
      <td>{status?.version ?? unknown}</td>
      <td>{status?.brokers ?? unknown}</td>
      <td>
        <Link href={topicsOf(environment.name)}>{String(counts.topics)}</Link>
      </td>
      <td>{counts.groups}</td>
      <td>{counts.instances}</td>
    </tr>
  );
};

/** The Kafka environments with their health. */
export const EnvironmentsPage = () => {
  const { t } = useTranslationRef(kafkaSelfServeTranslationRef);
  const api = useApi(kafkaSelfServeApiRef);
  const { newEnvironment } = useLinks();
  const { value, error, isLoading, reload } = useLoad(
    useCallback((signal: AbortSignal) => api.environments({ signal }), [api]),
  );
  return (
    <Page
      title={t('environments.title')}
      isArea
      text={t('environments.text')}
      action={
        value && (
          <ActionButton
            action={value.actions.create}
            variant="primary"
            href={newEnvironment}
          >
            {t('environments.setUp')}
          </ActionButton>
        )
      }
    >
      {error && (
        <LoadError
          error={error}
          title={t('environments.error')}
          notAllowedTitle={t('environments.notAllowed')}
          onRetry={reload}
          isRetrying={isLoading}
        />
      )}
      {!error && !value && (
        <LoadingRows>{t('environments.loading')}</LoadingRows>
      )}
      {!error && value?.embeddedUnavailable && (
        <Alert
          role="status"
          status="warning"
          title={t(
            'environments.embeddedUnavailable',
            value.embeddedUnavailable,
          )}
        />
      )}
      {!error && value?.items.length === 0 && (
        <EmptyState title={t('environments.empty.title')}>
          {t('environments.empty.text')}
        </EmptyState>
      )}
      {!error && value && value.items.length > 0 && (
        <ScrollTable
          label={t('environments.label')}
          columns={COLUMNS.map(column => t(`environments.columns.${column}`))}
        >
          {value.items.map(environment => (
            <Row key={environment.name} environment={environment} />
          ))}
        </ScrollTable>
      )}
    </Page>
  );
};
