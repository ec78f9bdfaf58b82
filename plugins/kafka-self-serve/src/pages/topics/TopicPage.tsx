// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import {
  BreadcrumbEntry,
  useApi,
  useTranslationRef,
} from '@backstage/frontend-plugin-api';
import { Alert, Flex, Text } from '@backstage/ui';
import type { TopicDetail } from '@fairway/backstage-plugin-kafka-self-serve-common';
import {
  FieldChanges,
  LoadError,
  Section,
  useLoad,
} from '@fairway/requests-react';
import { useCallback } from 'react';
import { kafkaSelfServeApiRef } from '../../api';
import { useTopicLinks } from '../../layout/useTopicLinks';
import { kafkaSelfServeTranslationRef } from '../../translation';
import { LoadingRows, PhaseBadge, SnapshotAge } from '../../words';
import { Access } from './one/Access';
import { Configs } from './one/Configs';
import { Groups } from './one/Groups';
import { Overview } from './one/Overview';
import { Partitions } from './one/Partitions';
import { Requests } from './one/Requests';
import { Subjects } from './one/Subjects';
import { TopicActions } from './one/TopicActions';
import styles from './topics.module.css';

/** What is not on the cluster as it was asked for. */
const Drift = ({ topic }: { topic: TopicDetail }) => {
  const { t } = useTranslationRef(kafkaSelfServeTranslationRef);
  if (topic.drift.length === 0) return null;
  return (
    <Section title={t('topics.one.drift')}>
      <Alert
        role="status"
        status="warning"
        icon
        title={t('topics.one.driftText')}
      />
      <FieldChanges fields={topic.drift} />
    </Section>
  );
};

/** One topic with everything that is known of it. */
export const TopicPage = (props: { environment: string; name: string }) => {
  const { environment, name } = props;
  const { t } = useTranslationRef(kafkaSelfServeTranslationRef);
  const api = useApi(kafkaSelfServeApiRef);
  const { topicOf } = useTopicLinks();
  const { value, error, isLoading, reload } = useLoad(
    useCallback(
      (signal: AbortSignal) => api.topic({ environment, name }, { signal }),
      [api, environment, name],
    ),
  );
  return (
    <BreadcrumbEntry entry={{ label: name, href: topicOf(environment, name) }}>
      <Flex direction="column" gap="5">
        <div>
          <Flex gap="3" align="center" style={{ flexWrap: 'wrap' }}>
            <Text as="h2" variant="title-small" className={styles.name}>
              {name}
            </Text>
            {value && <PhaseBadge phase={value.phase} />}
          </Flex>
          {value?.description && <Text as="p">{value.description}</Text>}
        </div>
        {error && !value && (
          <LoadError
            error={error}
            title={t('topics.one.error')}
            notAllowedTitle={t('topics.one.notAllowed')}
            onRetry={reload}
            isRetrying={isLoading}
          />
        )}
        {!error && !value && (
          <LoadingRows>{t('topics.one.loading')}</LoadingRows>
        )}
        {value && (
          <>
            <TopicActions topic={value} />
            {value.live ? (
              <Text as="p" variant="body-small" color="secondary">
                {t('topics.one.live')}
              </Text>
            ) : (
              <SnapshotAge snapshots={[value.snapshot]} />
            )}
            <Drift topic={value} />
            <Overview topic={value} />
            <Configs topic={value} />
            <Partitions topic={value} />
            <Groups topic={value} />
            <Access topic={value} />
            <Subjects topic={value} />
            <Requests topic={value} />
          </>
        )}
      </Flex>
    </BreadcrumbEntry>
  );
};
