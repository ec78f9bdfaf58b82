// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Text } from '@backstage/ui';
import type {
  ApplicationDetail,
  KafkaEnvironmentView,
} from '@fairway/backstage-plugin-kafka-self-serve-common';
import { kafkaSelfServeTranslationRef } from '../../../translation';
import { AskChoice } from '../form';
import { TOPIC_PATH, type TopicDraft } from './draft';

/** Whose topic it will be, and where. */
export const PlaceFields = (props: {
  draft: TopicDraft;
  applications: ApplicationDetail[];
  environments: KafkaEnvironmentView[];
  onChange: (changes: Partial<TopicDraft>) => void;
}) => {
  const { draft, applications, environments, onChange } = props;
  const { t } = useTranslationRef(kafkaSelfServeTranslationRef);
  const environmentsOf = (name: string) => {
    const application = applications.find(each => each.name === name);
    return environments.filter(environment =>
      application?.instances.some(
        each => each.environment === environment.name,
      ),
    );
  };
  const possible = environmentsOf(draft.application);
  const chosen = possible.find(({ name }) => name === draft.environment);
  const move = (changes: Partial<TopicDraft>) => {
    const environment = environments.find(
      ({ name }) => name === (changes.environment ?? draft.environment),
    );
    const hasSize =
      draft.size === 'custom' || environment?.limits.sizes?.[draft.size];
    onChange({
      ...changes,
      pattern: 0,
      access: [],
      ...(!hasSize && { size: 'custom' }),
    });
  };
  return (
    <>
      <AskChoice
        path={[...TOPIC_PATH, 'instance']}
        label={t('ask.newTopic.application')}
        description={t('ask.newTopic.applicationText')}
        options={applications.map(({ name, displayName }) => ({
          value: name,
          label: displayName ?? name,
        }))}
        value={draft.application}
        onChange={application => {
          const next = environmentsOf(application);
          const stays = next.some(({ name }) => name === draft.environment);
          move({
            application,
            environment: stays ? draft.environment : next[0]?.name ?? '',
          });
        }}
      />
      <AskChoice
        path={[...TOPIC_PATH, 'environment']}
        label={t('ask.newTopic.environment')}
        options={possible.map(({ name, displayName }) => ({
          value: name,
          label: displayName,
        }))}
        value={draft.environment}
        onChange={environment => move({ environment })}
      />
      {chosen?.status?.reachable === false && (
        <Text as="p" role="status" color="warning">
          {t('ask.newTopic.unreachable', { environment: chosen.displayName })}
        </Text>
      )}
    </>
  );
};
