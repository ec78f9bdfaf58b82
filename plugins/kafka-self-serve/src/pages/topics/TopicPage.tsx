// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import {
  BreadcrumbEntry,
  useApi,
  useTranslationRef,
} from '@backstage/frontend-plugin-api';
import { Flex, Text } from '@backstage/ui';
import type { TopicDetail } from '@fairway/backstage-plugin-kafka-self-serve-common';
import {
  LoadError,
  RelativeTime,
  ScrollTable,
  Section,
  useLoad,
} from '@fairway/requests-react';
import { useCallback } from 'react';
import { kafkaSelfServeApiRef } from '../../api';
import { useTopicLinks } from '../../layout/useTopicLinks';
import { kafkaSelfServeTranslationRef } from '../../translation';
import { LoadingRows, PhaseBadge } from '../../words';

const Configs = (props: { topic: TopicDetail }) => {
  const { t } = useTranslationRef(kafkaSelfServeTranslationRef);
  return (
    <Section title={t('topics.one.configs')}>
      <ScrollTable
        label={t('topics.one.configs')}
        columns={(['config', 'value', 'source'] as const).map(column =>
          t(`topics.one.columns.${column}`),
        )}
      >
        {props.topic.configs.map(config => (
          <tr key={config.name}>
            <th scope="row">
              <code>{config.name}</code>
            </th>
            <td>
              <code>{config.value}</code>
            </td>
            <td>{t(`topics.one.source.${config.source}`)}</td>
          </tr>
        ))}
      </ScrollTable>
    </Section>
  );
};

const Partitions = (props: { topic: TopicDetail }) => {
  const { layout } = props.topic;
  const { t } = useTranslationRef(kafkaSelfServeTranslationRef);
  if (layout.length === 0) return null;
  return (
    <Section title={t('topics.one.partitions')}>
      <ScrollTable
        label={t('topics.one.partitions')}
        columns={(['partition', 'leader', 'replicas', 'offsets'] as const).map(
          column => t(`topics.one.columns.${column}`),
        )}
      >
        {layout.map(each => (
          <tr key={each.partition}>
            <th scope="row">{each.partition}</th>
            <td>{each.leader ?? t('topics.one.offline')}</td>
            <td>{each.replicas.join(', ')}</td>
            <td>{[each.start, each.end].filter(Boolean).join(' – ')}</td>
          </tr>
        ))}
      </ScrollTable>
    </Section>
  );
};

const Groups = (props: { topic: TopicDetail }) => {
  const { groups } = props.topic;
  const { t } = useTranslationRef(kafkaSelfServeTranslationRef);
  return (
    <Section title={t('topics.one.groups')}>
      {groups.length === 0 ? (
        <Text as="p">{t('topics.one.noGroups')}</Text>
      ) : (
        <ScrollTable
          label={t('topics.one.groups')}
          columns={(['group', 'state', 'members', 'lag'] as const).map(column =>
            t(`topics.one.columns.${column}`),
          )}
        >
          {groups.map(group => (
            <tr key={group.groupId}>
              <th scope="row">{group.groupId}</th>
              <td>{group.state}</td>
              <td>{group.members}</td>
              <td>{group.lag ?? t('topics.one.none')}</td>
            </tr>
          ))}
        </ScrollTable>
      )}
    </Section>
  );
};

const Access = (props: { topic: TopicDetail }) => {
  const { grants } = props.topic.access;
  const { t } = useTranslationRef(kafkaSelfServeTranslationRef);
  return (
    <Section title={t('topics.one.access')}>
      {grants.length === 0 ? (
        <Text as="p">{t('topics.one.noAccess')}</Text>
      ) : (
        <ScrollTable
          label={t('topics.one.access')}
          columns={(['who', 'access', 'ends'] as const).map(column =>
            t(`topics.one.columns.${column}`),
          )}
        >
          {grants.map(grant => (
            <tr key={grant.id}>
              <th scope="row">{grant.grantee}</th>
              <td>{grant.access}</td>
              <td>
                {grant.expiresAt ? (
                  <RelativeTime value={grant.expiresAt} />
                ) : (
                  t('topics.one.noEnd')
                )}
              </td>
            </tr>
          ))}
        </ScrollTable>
      )}
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
        <Flex gap="3" align="center">
          <Text as="h2" variant="title-small">
            {name}
          </Text>
          {value && <PhaseBadge phase={value.phase} />}
        </Flex>
        {error && (
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
        {!error && value && (
          <>
            <Text as="p" variant="body-small" color="secondary">
              {t(value.live ? 'topics.one.live' : 'topics.one.snapshot')}
            </Text>
            <Configs topic={value} />
            <Partitions topic={value} />
            <Groups topic={value} />
            <Access topic={value} />
          </>
        )}
      </Flex>
    </BreadcrumbEntry>
  );
};
