// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { useApi, useTranslationRef } from '@backstage/frontend-plugin-api';
import { Alert, Text } from '@backstage/ui';
import type { TopicDetail } from '@fairway/backstage-plugin-kafka-self-serve-common';
import { FieldChanges, Section, useLoad } from '@fairway/requests-react';
import { useCallback } from 'react';
import { kafkaSelfServeApiRef } from '../../api';
import { useTopicLinks } from '../../layout/useTopicLinks';
import { LoadedPage } from '../../parts';
import { kafkaSelfServeTranslationRef } from '../../translation';
import { PhaseBadge, SnapshotAge } from '../../words';
import { inWords } from '../drift/inWords';
import { Access } from './one/Access';
import { Configs } from './one/Configs';
import { Groups } from './one/Groups';
import { Overview } from './one/Overview';
import { Partitions } from './one/Partitions';
import { Requests } from './one/Requests';
import { Subjects } from './one/Subjects';
import { TopicActions } from './one/TopicActions';

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
      <FieldChanges
        fields={topic.drift.map(({ path, before, after }) => ({
          path,
          before: before && inWords(path, before),
          after: after && inWords(path, after),
        }))}
      />
    </Section>
  );
};

/** One topic with everything that is known of it. */
export const TopicPage = (props: { environment: string; name: string }) => {
  const { environment, name } = props;
  const { t } = useTranslationRef(kafkaSelfServeTranslationRef);
  const api = useApi(kafkaSelfServeApiRef);
  const { topicOf } = useTopicLinks();
  const loaded = useLoad(
    useCallback(
      (signal: AbortSignal) => api.topic({ environment, name }, { signal }),
      [api, environment, name],
    ),
  );
  return (
    <LoadedPage
      title={name}
      href={topicOf(environment, name)}
      loaded={loaded}
      words={{
        loading: t('topics.one.loading'),
        error: t('topics.one.error'),
        notAllowed: t('topics.one.notAllowed'),
      }}
      text={({ description }) => description}
      state={({ phase }) => <PhaseBadge phase={phase} />}
    >
      {topic => (
        <>
          <TopicActions topic={topic} />
          {topic.live ? (
            <Text as="p" variant="body-small" color="secondary">
              {t('topics.one.live')}
            </Text>
          ) : (
            <SnapshotAge snapshots={[topic.snapshot]} />
          )}
          <Drift topic={topic} />
          <Overview topic={topic} />
          <Configs topic={topic} />
          <Partitions topic={topic} />
          <Groups topic={topic} />
          <Access topic={topic} />
          <Subjects topic={topic} />
          <Requests topic={topic} />
        </>
      )}
    </LoadedPage>
  );
};
