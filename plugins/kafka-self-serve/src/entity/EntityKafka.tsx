// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { useApi, useTranslationRef } from '@backstage/frontend-plugin-api';
import { ButtonLink, Flex, Link, Text } from '@backstage/ui';
import {
  EmptyState,
  ScrollTable,
  Section,
  useLoad,
} from '@fairway/requests-react';
import { useCallback } from 'react';
import { kafkaSelfServeApiRef } from '../api';
import { useLinks } from '../layout/useLinks';
import { EnvironmentName, LoadedPart, OpenRequests } from '../parts';
import { Access } from '../pages/applications/Access';
import { GroupState } from '../pages/groups/GroupState';
import { kafkaSelfServeTranslationRef } from '../translation';
import { PhaseBadge } from '../words';
import { useEntityApplications } from './useEntityApplications';

const useWords = () => {
  const { t } = useTranslationRef(kafkaSelfServeTranslationRef);
  return {
    loading: t('entity.loading'),
    error: t('entity.error'),
    notAllowed: t('entity.notAllowed'),
  };
};

const ApplicationParts = (props: { name: string }) => {
  const { name } = props;
  const { t } = useTranslationRef(kafkaSelfServeTranslationRef);
  const words = useWords();
  const api = useApi(kafkaSelfServeApiRef);
  const links = useLinks();
  const loaded = useLoad(
    useCallback(
      async (signal: AbortSignal) => {
        const application = [name];
        const [detail, topics, groups] = await Promise.all([
          api.application(name, { signal }),
          api.topics({ application }, { signal }),
          api.groups({ application, sort: '-lag' }, { signal }),
        ]);
        return { detail, topics, groups };
      },
      [api, name],
    ),
  );
  return (
    <LoadedPart loaded={loaded} words={words}>
      {({ detail, topics, groups }) => (
        <Flex direction="column" gap="5">
          <Text as="h2" variant="title-small">
            <Link href={links.applicationOf(name)}>
              {detail.displayName ?? name}
            </Link>
          </Text>
          <Section title={t('entity.topics')}>
            {topics.items.length === 0 ? (
              <Text as="p">{t('entity.noTopics')}</Text>
            ) : (
              <ScrollTable
                label={t('entity.topics')}
                columns={(
                  ['topic', 'environment', 'phase', 'partitions'] as const
                ).map(column => t(`entity.columns.${column}`))}
              >
                {topics.items.map(topic => (
                  <tr key={`${topic.environment}/${topic.name}`}>
                    <th scope="row">
                      <Link href={links.topicOf(topic.environment, topic.name)}>
                        {topic.name}
                      </Link>
                    </th>
                    <td>
                      <EnvironmentName name={topic.environment} />
                    </td>
                    <td>
                      <PhaseBadge phase={topic.phase} />
                    </td>
                    <td>{topic.partitions}</td>
                  </tr>
                ))}
              </ScrollTable>
            )}
            {topics.nextCursor && (
              <Link href={links.topicsOf({ q: name })}>
                {t('entity.more', { number: String(topics.total ?? '') })}
              </Link>
            )}
          </Section>
          <Section title={t('entity.groups')}>
            {groups.items.length === 0 ? (
              <Text as="p">{t('entity.noGroups')}</Text>
            ) : (
              <ScrollTable
                label={t('entity.groups')}
                columns={[
                  t('entity.group'),
                  t('entity.columns.environment'),
                  t('entity.state'),
                  t('entity.lag'),
                ]}
              >
                {groups.items.map(({ environment, groupId, state, lag }) => (
                  <tr key={`${environment}/${groupId}`}>
                    <th scope="row">
                      <Link href={links.groupOf(environment, groupId)}>
                        {groupId}
                      </Link>
                    </th>
                    <td>
                      <EnvironmentName name={environment} />
                    </td>
                    <td>
                      <GroupState state={state} />
                    </td>
                    <td>{lag}</td>
                  </tr>
                ))}
              </ScrollTable>
            )}
          </Section>
          <Access application={detail} />
          <OpenRequests requests={detail.openRequests} />
        </Flex>
      )}
    </LoadedPart>
  );
};

/** What a component has on Kafka: its topics, groups with lag, access and open requests. */
export const EntityKafka = () => {
  const { t } = useTranslationRef(kafkaSelfServeTranslationRef);
  const words = useWords();
  const { newApplication } = useLinks();
  const loaded = useEntityApplications();
  return (
    <LoadedPart loaded={loaded} words={words}>
      {({ items }) =>
        items.length === 0 ? (
          <EmptyState
            title={t('entity.none.title')}
            action={
              <ButtonLink variant="secondary" href={newApplication}>
                {t('entity.none.ask')}
              </ButtonLink>
            }
          >
            {t('entity.none.text')}
          </EmptyState>
        ) : (
          <Flex direction="column" gap="6">
            {items.map(({ name }) => (
              <ApplicationParts key={name} name={name} />
            ))}
          </Flex>
        )
      }
    </LoadedPart>
  );
};
