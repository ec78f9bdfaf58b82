// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { useApi, useTranslationRef } from '@backstage/frontend-plugin-api';
import { Flex, Link, Text } from '@backstage/ui';
import {
  type LimitsView,
  type TopicDetail,
} from '@fairway/backstage-plugin-kafka-self-serve-common';
import type { RequestDetail } from '@fairway/requests-common';
import { Section, useLoad } from '@fairway/requests-react';
import { useCallback, useMemo } from 'react';
import { kafkaSelfServeApiRef } from '../api';
import { useLinks } from '../layout/useLinks';
import { Fact, Facts, LoadedPart, wordsOfBytes } from '../parts';
import { kafkaSelfServeTranslationRef } from '../translation';
import { topicsOf, type TouchedTopic } from './topicsOf';

/** Further topics are in the plan; reading all of a large bundle would help nobody. */
const MOST = 5;

interface Read {
  topic?: TopicDetail;
  limits?: LimitsView;
}

const isMissing = (error: unknown) =>
  (error as { statusCode?: number }).statusCode === 404;

const TopicFacts = (props: { read: Read & { topic: TopicDetail } }) => {
  const { topic, limits } = props.read;
  const { t } = useTranslationRef(kafkaSelfServeTranslationRef);
  const { groupOf } = useLinks();
  const { environment, groups, bytes, access } = topic;
  const none = t('requests.impact.none');
  const unknown = t('requests.impact.unknown');
  const active = groups.filter(({ members }) => members > 0);
  const limit = limits?.limits.partitions;
  const used = String(limits?.usage.partitions);
  return (
    <Facts>
      <Fact label={t('requests.impact.groups')}>
        {active.length === 0
          ? none
          : active.map(({ groupId, lag }) => (
              <div key={groupId}>
                <Link href={groupOf(environment, groupId)}>
                  {t('requests.impact.lag', {
                    group: groupId,
                    lag: lag ?? unknown,
                  })}
                </Link>
              </div>
            ))}
      </Fact>
      <Fact label={t('requests.impact.bytes')}>
        {bytes === undefined ? unknown : wordsOfBytes(bytes)}
      </Fact>
      <Fact label={t('requests.impact.partitions')}>
        {topic.partitions ?? unknown}
      </Fact>
      <Fact label={t('requests.impact.access')}>
        {access.grants
          .filter(({ state }) => state === 'active' || state === 'ending')
          .map(({ grantee }) => grantee)
          .join(', ') || none}
      </Fact>
      {limits && (
        <Fact label={t('requests.impact.limits')}>
          {limit === undefined
            ? t('requests.impact.noLimit', { used })
            : t('requests.impact.of', { used, limit: String(limit) })}
        </Fact>
      )}
    </Facts>
  );
};

const Touched = (props: { touched: TouchedTopic }) => {
  const { environment, name } = props.touched;
  const { t } = useTranslationRef(kafkaSelfServeTranslationRef);
  const api = useApi(kafkaSelfServeApiRef);
  const { topicOf } = useLinks();
  const loaded = useLoad(
    useCallback(
      async (signal: AbortSignal): Promise<Read> => {
        const topic = await api
          .topic({ environment, name }, { signal })
          .catch(error => {
            // A topic that is to be made touches nothing yet.
            if (isMissing(error)) return undefined;
            throw error;
          });
        if (!topic?.application) return { topic };
        const { items } = await api.limits(
          { environment: [environment], application: [topic.application] },
          { signal },
        );
        return { topic, limits: items[0] };
      },
      [api, environment, name],
    ),
  );
  return (
    <LoadedPart
      loaded={loaded}
      words={{
        loading: t('requests.impact.loading'),
        error: t('requests.impact.error'),
        notAllowed: t('requests.impact.notAllowed'),
      }}
    >
      {({ topic, limits }) =>
        topic ? (
          <Flex direction="column" gap="2">
            <Link href={topicOf(environment, name)}>
              {t('requests.impact.topic', { name, environment })}
            </Link>
            <TopicFacts read={{ topic, limits }} />
          </Flex>
        ) : (
          <Text as="p">
            {t('requests.impact.fresh', { name, environment })}
          </Text>
        )
      }
    </LoadedPart>
  );
};

/** Whom and what the topics of a request touch now: who reads them, how far behind, how large they are. */
export const Impact = (props: { request: RequestDetail }) => {
  const { kind, payload } = props.request;
  const { t } = useTranslationRef(kafkaSelfServeTranslationRef);
  const touched = useMemo(
    () => topicsOf({ kind, payload }).slice(0, MOST),
    [kind, payload],
  );
  if (touched.length === 0) return null;
  return (
    <Section title={t('requests.impact.title')}>
      {touched.map(each => (
        <Touched key={`${each.environment}/${each.name}`} touched={each} />
      ))}
    </Section>
  );
};
