// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Button, ButtonLink, Text } from '@backstage/ui';
import type {
  TopicActionName,
  TopicDetail,
} from '@fairway/backstage-plugin-kafka-self-serve-common';
import { LinkedText } from '@fairway/requests-react';
import { useId } from 'react';
import { kafkaSelfServeTranslationRef } from '../../../translation';
import { TOPIC_ASKS, type TopicAsk, useAskLinks } from '../../ask';
import styles from '../topics.module.css';

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

/** What can be asked for about the topic; what cannot is there too, with the cause in words below. */
export const TopicActions = (props: { topic: TopicDetail }) => {
  const { environment, name, actions } = props.topic;
  const { t } = useTranslationRef(kafkaSelfServeTranslationRef);
  const links = useAskLinks();
  const id = useId();
  const causes = new Map<string, string[]>();
  for (const ask of TOPIC_ASKS) {
    const { allowed, because } = actions[ACTIONS[ask]];
    if (allowed || !because) continue;
    const label = t(`topics.one.asks.${ask}`);
    causes.set(because, [...(causes.get(because) ?? []), label]);
  }
  return (
    <div>
      <div
        className={styles.actions}
        role="group"
        aria-label={t('topics.one.actions')}
        aria-describedby={causes.size > 0 ? id : undefined}
      >
        {TOPIC_ASKS.map(ask =>
          actions[ACTIONS[ask]].allowed ? (
            <ButtonLink
              key={ask}
              variant="secondary"
              href={links.ask(ask, environment, name)}
            >
              {t(`topics.one.asks.${ask}`)}
            </ButtonLink>
          ) : (
            <Button key={ask} variant="secondary" isDisabled>
              {t(`topics.one.asks.${ask}`)}
            </Button>
          ),
        )}
      </div>
      {causes.size > 0 && (
        <ul id={id} className={styles.causes}>
          {[...causes].map(([because, labels]) => (
            <li key={because}>
              <Text variant="body-small" color="secondary">
                <LinkedText>
                  {t('topics.one.because', {
                    action: labels.join(', '),
                    because,
                  })}
                </LinkedText>
              </Text>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
};
