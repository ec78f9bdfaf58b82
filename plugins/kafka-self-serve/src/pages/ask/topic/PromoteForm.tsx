// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { useApi, useTranslationRef } from '@backstage/frontend-plugin-api';
import { Text } from '@backstage/ui';
import type { PromotePayload } from '@fairway/backstage-plugin-kafka-self-serve-common';
import {
  FieldChanges,
  LoadError,
  Section,
  useLoad,
} from '@fairway/requests-react';
import { useCallback, useState } from 'react';
import { kafkaSelfServeApiRef } from '../../../api';
import { kafkaSelfServeTranslationRef } from '../../../translation';
import { LoadingRows } from '../../../words';
import { ConfigsEditor } from '../configs';
import { AskForm, AskText, numberOf, useAsk } from '../form';
import { useAskLinks } from '../useAskLinks';
import type { TopicFormProps } from './TopicAskPage';

const PARTITIONS = ['topics', 0, 'partitions'];
const REPLICAS = ['topics', 0, 'replicationFactor'];
const CONFIGS = ['topics', 0, 'configs'];

/** What would be different in the next environment, before anything is overridden. */
const Difference = (props: { from: string; to: string; name: string }) => {
  const { from, to, name } = props;
  const { t } = useTranslationRef(kafkaSelfServeTranslationRef);
  const api = useApi(kafkaSelfServeApiRef);
  const { value, error, isLoading, reload } = useLoad(
    useCallback(
      (signal: AbortSignal) =>
        api.promotionDiff({ from, to, topics: [name] }, { signal }),
      [api, from, to, name],
    ),
  );
  const item = value?.items[0];
  return (
    <Section title={t('ask.topic.promote.diff', { to })}>
      {error && (
        <LoadError
          error={error}
          title={t('ask.topic.promote.error')}
          notAllowedTitle={t('ask.topic.promote.notAllowed')}
          onRetry={reload}
          isRetrying={isLoading}
        />
      )}
      {!error && !value && (
        <LoadingRows>{t('ask.topic.promote.loading')}</LoadingRows>
      )}
      {item && (
        <Text as="p">
          {t(
            item.target ? 'ask.topic.promote.there' : 'ask.topic.promote.isNew',
            { to },
          )}
        </Text>
      )}
      {item && item.changes.length > 0 && (
        <FieldChanges fields={item.changes} />
      )}
      {item?.changes.length === 0 && (
        <Text as="p">{t('ask.topic.promote.same')}</Text>
      )}
    </Section>
  );
};

/** A topic in the next environment, under the same name. */
export const PromoteForm = ({ topic }: TopicFormProps) => {
  const { environment: from, name, promotesTo: to = '' } = topic;
  const { t } = useTranslationRef(kafkaSelfServeTranslationRef);
  const links = useAskLinks();
  const [partitions, setPartitions] = useState('');
  const [replicas, setReplicas] = useState('');
  const [configs, setConfigs] = useState<Record<string, string>>({});
  const partitionsThere = numberOf(partitions);
  const replicationFactor = numberOf(replicas);
  const payload: PromotePayload = {
    from,
    to,
    topics: [
      {
        name,
        overrides: {
          ...(partitionsThere !== undefined && { partitions: partitionsThere }),
          ...(replicationFactor !== undefined && { replicationFactor }),
          ...(Object.keys(configs).length > 0 && { configs }),
        },
      },
    ],
  };
  const ask = useAsk({ kind: 'kafka.promote', payload, problems: [] });
  return (
    <AskForm
      ask={ask}
      title={t('ask.topic.promote.title', { name })}
      intro={t('ask.topic.promote.text', { from, to })}
      back={links.topicOf(from, name)}
    >
      <Difference from={from} to={to} name={name} />
      <Section title={t('ask.topic.promote.overrides', { to })}>
        <AskText
          path={PARTITIONS}
          label={t('ask.newTopic.partitions')}
          isNumber
          placeholder={String(topic.partitions ?? '')}
          value={partitions}
          onChange={setPartitions}
        />
        <AskText
          path={REPLICAS}
          label={t('ask.newTopic.replicas')}
          isNumber
          placeholder={String(topic.replicationFactor ?? '')}
          value={replicas}
          onChange={setReplicas}
        />
        <ConfigsEditor path={CONFIGS} configs={configs} onChange={setConfigs} />
      </Section>
    </AskForm>
  );
};
