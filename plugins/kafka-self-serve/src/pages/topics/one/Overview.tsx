// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Link } from '@backstage/ui';
import type { TopicDetail } from '@fairway/backstage-plugin-kafka-self-serve-common';
import { RelativeTime, Section } from '@fairway/requests-react';
import type { ReactNode } from 'react';
import { useTopicLinks } from '../../../layout/useTopicLinks';
import { Fact, Facts, Owner, wordsOfBytes } from '../../../parts';
import { kafkaSelfServeTranslationRef } from '../../../translation';
import { wordsOfMilliseconds } from '../../../words';
import { useAskLinks } from '../../ask';

const FACTS = {
  environment: 'topics.columns.environment',
  owner: 'topics.columns.owner',
  application: 'topics.columns.application',
  partitions: 'topics.columns.partitions',
  replicas: 'topics.columns.replicas',
  retention: 'topics.columns.retention',
  cleanup: 'topics.one.cleanup',
  bytes: 'topics.columns.bytes',
  protection: 'topics.one.protection',
  underReplicated: 'topics.one.underReplicated',
  offlineCount: 'topics.one.offlineCount',
  labels: 'topics.columns.labels',
  deleteAfter: 'topics.one.deleteAfter',
} as const;

/** What the topic is, whose, and how large. */
export const Overview = (props: { topic: TopicDetail }) => {
  const { topic } = props;
  const { ownerRef, application, environment, shown, labels, bytes } = topic;
  const { t } = useTranslationRef(kafkaSelfServeTranslationRef);
  const links = useAskLinks();
  const { topicsOf } = useTopicLinks();
  const retention = shown['retention.ms'];
  const fact = (name: keyof typeof FACTS, value: ReactNode) => (
    <Fact label={t(FACTS[name])}>{value}</Fact>
  );
  return (
    <Section title={t('topics.one.facts')}>
      <Facts>
        {fact(
          'environment',
          <Link href={topicsOf(environment)}>{environment}</Link>,
        )}
        {fact('owner', <Owner ownerRef={ownerRef} />)}
        {application &&
          fact(
            'application',
            <Link href={links.applicationOf(application)}>{application}</Link>,
          )}
        {fact('partitions', topic.partitions)}
        {fact('replicas', topic.replicationFactor)}
        {retention !== undefined &&
          fact(
            'retention',
            wordsOfMilliseconds(retention) ?? t('topics.forever'),
          )}
        {shown['cleanup.policy'] !== undefined &&
          fact('cleanup', shown['cleanup.policy'])}
        {bytes !== undefined && fact('bytes', wordsOfBytes(bytes))}
        {fact(
          'protection',
          t(topic.deletionProtection ? 'topics.one.yes' : 'topics.one.no'),
        )}
        {Boolean(topic.underReplicated) &&
          fact('underReplicated', topic.underReplicated)}
        {Boolean(topic.offline) && fact('offlineCount', topic.offline)}
        {Object.keys(labels).length > 0 &&
          fact(
            'labels',
            Object.entries(labels)
              .map(([key, value]) => `${key}=${value}`)
              .join(', '),
          )}
        {topic.deleteAfter &&
          fact('deleteAfter', <RelativeTime value={topic.deleteAfter} />)}
      </Facts>
    </Section>
  );
};
