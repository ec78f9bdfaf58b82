// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type {
  TopicActionName,
  TopicDetail,
} from '@fairway/backstage-plugin-kafka-self-serve-common';
import { AskLinks } from '../../../parts';
import { kafkaSelfServeTranslationRef } from '../../../translation';
import { TOPIC_ASKS, type TopicAsk, useAskLinks } from '../../ask';

const ACTIONS: Record<TopicAsk, TopicActionName> = {
  access: 'request-access',
  config: 'config',
  partitions: 'partitions',
  schema: 'register-schema',
  promote: 'promote',
  protection: 'protection',
  claim: 'claim',
  delete: 'delete',
};

/** What can be asked for about the topic. */
export const TopicActions = (props: { topic: TopicDetail }) => {
  const { environment, name, actions } = props.topic;
  const { t } = useTranslationRef(kafkaSelfServeTranslationRef);
  const links = useAskLinks();
  return (
    <AskLinks
      asks={TOPIC_ASKS.map(ask => ({
        label: t(`topics.one.asks.${ask}`),
        href: links.ask(ask, environment, name),
        action: actions[ACTIONS[ask]],
      }))}
    />
  );
};
