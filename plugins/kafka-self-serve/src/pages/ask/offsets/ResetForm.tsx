// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Alert, Button, Checkbox, CheckboxGroup } from '@backstage/ui';
import {
  type GroupDetail,
  type OffsetResetPayload,
  resetTime,
} from '@fairway/backstage-plugin-kafka-self-serve-common';
import { RelativeTime, Section } from '@fairway/requests-react';
import { useMemo, useState } from 'react';
import { kafkaSelfServeTranslationRef } from '../../../translation';
import { AskForm, AskRadio, useAsk } from '../form';
import { useAskLinks } from '../useAskLinks';
import { Moves } from './Moves';
import { StrategyFields } from './StrategyFields';
import { payloadOf, type ResetDraft, STRATEGIES } from './strategy';

const STRATEGY = ['strategy', 'kind'];
const EMPTY: ResetDraft = {
  kind: 'earliest',
  at: '',
  ago: 'PT1H',
  by: '',
  offsets: {},
  topics: [],
};

/** Where a group goes on, with each partition before and after. */
export const ResetForm = (props: { group: GroupDetail }) => {
  const { group } = props;
  const { t } = useTranslationRef(kafkaSelfServeTranslationRef);
  const links = useAskLinks();
  const [draft, setDraft] = useState(EMPTY);
  const [isUndo, setUndo] = useState(false);
  const now = useMemo(() => new Date().toISOString(), []);
  const change = (changes: Partial<ResetDraft>) =>
    setDraft(current => ({ ...current, ...changes }));
  const payload =
    isUndo && group.undo
      ? (group.undo.payload as unknown as OffsetResetPayload)
      : payloadOf(draft, group);
  const ask = useAsk({
    kind: 'kafka.offset-reset',
    payload: payload as never,
    problems: resetTime({ strategy: payload.strategy, now }).problems,
  });
  return (
    <AskForm
      ask={ask}
      title={t('ask.reset.title', { name: group.groupId })}
      intro={t('ask.reset.text')}
      back={links.groupOf(group.environment, group.groupId)}
    >
      {group.members > 0 && (
        <Alert
          role="status"
          status="warning"
          icon
          title={t('ask.reset.active', { count: group.members })}
        />
      )}
      {group.undo && (
        <Section title={t('ask.reset.undo')}>
          <div>
            {t('ask.reset.undoText', { count: group.undo.partitions })}{' '}
            <RelativeTime value={group.undo.at} />
          </div>
          <div>
            <Button variant="secondary" onPress={() => setUndo(!isUndo)}>
              {t(isUndo ? 'ask.reset.notUndo' : 'ask.reset.doUndo')}
            </Button>
          </div>
        </Section>
      )}
      {!isUndo && (
        <Section title={t('ask.reset.where')}>
          <AskRadio
            path={STRATEGY}
            label={t('ask.reset.strategy')}
            options={STRATEGIES.map(value => ({
              value,
              label: t(`ask.reset.kinds.${value}`),
            }))}
            value={draft.kind}
            onChange={kind => change({ kind: kind as ResetDraft['kind'] })}
          />
          <StrategyFields draft={draft} group={group} onChange={change} />
          {draft.kind !== 'explicit' && group.topics.length > 1 && (
            <CheckboxGroup
              label={t('ask.reset.topics')}
              description={t('ask.reset.topicsText')}
              value={draft.topics}
              onChange={topics => change({ topics })}
            >
              {group.topics.map(topic => (
                <Checkbox key={topic} value={topic}>
                  {topic}
                </Checkbox>
              ))}
            </CheckboxGroup>
          )}
        </Section>
      )}
      <Moves payload={payload} now={now} />
    </AskForm>
  );
};
