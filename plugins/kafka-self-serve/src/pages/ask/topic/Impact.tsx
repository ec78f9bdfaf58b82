// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Text } from '@backstage/ui';
import type { TopicDetail } from '@fairway/backstage-plugin-kafka-self-serve-common';
import { Section } from '@fairway/requests-react';
import { kafkaSelfServeTranslationRef } from '../../../translation';

/** More of one kind are counted. */
const MOST_NAMED = 20;

/** Who would notice that a topic is gone. */
export const Impact = (props: { topic: TopicDetail }) => {
  const { groups, access, subjects } = props.topic;
  const { t } = useTranslationRef(kafkaSelfServeTranslationRef);
  const grants = access.grants.filter(({ state }) =>
    ['active', 'ending'].includes(state),
  );
  const lines = [
    ...groups.map(({ groupId, members, lag }) =>
      t('ask.topic.delete.group', {
        name: groupId,
        count: members,
        lag:
          lag === undefined
            ? t('ask.topic.delete.lagUnknown')
            : t('ask.topic.delete.lag', { count: Number(lag) }),
      }),
    ),
    ...grants.map(({ grantee, access: kind }) =>
      t(`ask.topic.delete.${kind}`, { name: grantee }),
    ),
    ...subjects.map(({ name }) => t('ask.topic.delete.subject', { name })),
  ];
  const shown = lines.slice(0, MOST_NAMED);
  return (
    <Section title={t('ask.topic.delete.impact')}>
      {lines.length === 0 ? (
        <Text as="p">{t('ask.topic.delete.nobody')}</Text>
      ) : (
        <ul>
          {shown.map(line => (
            <li key={line}>
              <Text>{line}</Text>
            </li>
          ))}
          {lines.length > shown.length && (
            <li>
              <Text>
                {t('ask.topic.delete.more', {
                  number: String(lines.length - shown.length),
                })}
              </Text>
            </li>
          )}
        </ul>
      )}
    </Section>
  );
};
