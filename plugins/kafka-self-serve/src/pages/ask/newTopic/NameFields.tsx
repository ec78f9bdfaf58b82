// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Text } from '@backstage/ui';
import {
  type InstanceView,
  patternInWords,
} from '@fairway/backstage-plugin-kafka-self-serve-common';
import { kafkaSelfServeTranslationRef } from '../../../translation';
import { AskChoice, AskText, Problems, useField } from '../form';
import { nameOf, TOPIC_PATH, topicPatterns, type TopicDraft } from './draft';

const PATH = [...TOPIC_PATH, 'name'];
const NOWHERE = ['pattern'];

/** A name that is of one piece: there is nothing to type. */
const WholeName = (props: { name: string }) => {
  const { id, problems } = useField(PATH);
  return (
    <div>
      <code>{props.name}</code>
      <Problems id={id} problems={problems} />
    </div>
  );
};

/** The name: what the instance owns is locked before it, and every letter is checked as it is typed. */
export const NameFields = (props: {
  draft: TopicDraft;
  instance?: InstanceView;
  onChange: (changes: Partial<TopicDraft>) => void;
}) => {
  const { draft, instance, onChange } = props;
  const { t } = useTranslationRef(kafkaSelfServeTranslationRef);
  const patterns = topicPatterns(instance);
  const chosen = patterns[draft.pattern];
  const isWhole = chosen?.pattern === 'LITERAL';
  return (
    <>
      {patterns.length === 0 && instance && (
        <Text as="p" role="status" color="warning">
          {t('ask.newTopic.noPattern', { instance: instance.id })}
        </Text>
      )}
      {patterns.length > 1 && (
        <AskChoice
          path={NOWHERE}
          label={t('ask.newTopic.pattern')}
          options={patterns.map((pattern, index) => ({
            value: String(index),
            label: patternInWords(pattern),
          }))}
          value={String(draft.pattern)}
          onChange={index => onChange({ pattern: Number(index) })}
        />
      )}
      {isWhole ? (
        <WholeName name={chosen.name} />
      ) : (
        <AskText
          path={PATH}
          label={
            chosen
              ? t('ask.newTopic.rest', { prefix: chosen.name })
              : t('ask.newTopic.whole')
          }
          description={t('ask.newTopic.nameText')}
          isRequired
          value={draft.rest}
          onChange={rest => onChange({ rest })}
        />
      )}
      <Text as="p" role="status" variant="body-small">
        {t('ask.newTopic.full')} <code>{nameOf(draft, instance)}</code>
      </Text>
    </>
  );
};
