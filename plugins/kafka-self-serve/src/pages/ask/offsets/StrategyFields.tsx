// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Text } from '@backstage/ui';
import type { GroupDetail } from '@fairway/backstage-plugin-kafka-self-serve-common';
import { kafkaSelfServeTranslationRef } from '../../../translation';
import { AskText } from '../form';
import type { ResetDraft } from './strategy';

/** More partitions are reset by another strategy. */
const MOST_EXPLICIT = 100;

/** What a strategy needs to know. */
export const StrategyFields = (props: {
  draft: ResetDraft;
  group: GroupDetail;
  onChange: (changes: Partial<ResetDraft>) => void;
}) => {
  const { draft, group, onChange } = props;
  const { t } = useTranslationRef(kafkaSelfServeTranslationRef);
  switch (draft.kind) {
    case 'date-time':
      return (
        <AskText
          path={['strategy', 'at']}
          label={t('ask.reset.at')}
          description={t('ask.reset.atText')}
          isRequired
          placeholder="2026-11-22T14:00"
          value={draft.at}
          onChange={at => onChange({ at })}
        />
      );
    case 'duration':
      return (
        <AskText
          path={['strategy', 'ago']}
          label={t('ask.reset.ago')}
          description={t('ask.reset.agoText')}
          isRequired
          value={draft.ago}
          onChange={ago => onChange({ ago })}
        />
      );
    case 'shift':
      return (
        <AskText
          path={['strategy', 'by']}
          label={t('ask.reset.by')}
          description={t('ask.reset.byText')}
          isRequired
          value={draft.by}
          onChange={by => onChange({ by })}
        />
      );
    case 'explicit':
      return (
        <>
          {group.partitions
            .slice(0, MOST_EXPLICIT)
            .map(({ topic, partition, committed }) => {
              const key = `${topic}/${partition}`;
              return (
                <AskText
                  key={key}
                  path={['strategy', 'offsets', key]}
                  label={t('ask.reset.offset', {
                    topic,
                    partition: String(partition),
                  })}
                  isNumber
                  placeholder={committed}
                  value={draft.offsets[key] ?? ''}
                  onChange={offset =>
                    onChange({ offsets: { ...draft.offsets, [key]: offset } })
                  }
                />
              );
            })}
          {group.partitions.length > MOST_EXPLICIT && (
            <Text as="p" color="secondary">
              {t('ask.reset.tooMany', { number: String(MOST_EXPLICIT) })}
            </Text>
          )}
        </>
      );
    default:
      return null;
  }
};
