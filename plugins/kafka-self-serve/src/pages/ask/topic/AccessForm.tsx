// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  checkGrant,
  type GrantAccess,
  type GrantCreatePayload,
  type InstanceView,
  type TopicDetail,
} from '@fairway/backstage-plugin-kafka-self-serve-common';
import { Section } from '@fairway/requests-react';
import { useMemo, useState } from 'react';
import { kafkaSelfServeTranslationRef } from '../../../translation';
import {
  AskChoice,
  AskForm,
  AskRadio,
  AskText,
  numberOf,
  useAsk,
} from '../form';
import { firstGroup } from '../groups';
import { endOf } from '../newTopic/draft';
import { useAskLinks } from '../useAskLinks';
import { MyInstance } from './MyInstance';
import type { TopicFormProps } from './TopicAskPage';

const GRANTEE = ['grantee'];
const ACCESS = ['access'];
const GROUP = ['group'];
const EXPIRES = ['expiresAt'];

const Filled = (props: { topic: TopicDetail; instances: InstanceView[] }) => {
  const { topic, instances } = props;
  const { environment, name } = topic;
  const { t } = useTranslationRef(kafkaSelfServeTranslationRef);
  const links = useAskLinks();
  const today = useMemo(() => new Date().toISOString(), []);
  const [grantee, setGrantee] = useState(instances[0].id);
  const [access, setAccess] = useState<GrantAccess>('CONSUME');
  const [group, setGroup] = useState(firstGroup(instances[0]));
  const [days, setDays] = useState('');
  const until = numberOf(days);
  const payload: GrantCreatePayload = {
    operation: 'create',
    environment,
    grantee,
    access,
    topic: { pattern: 'LITERAL', name },
    ...(access === 'CONSUME' &&
      group && { group: { pattern: 'LITERAL', name: group } }),
    ...(until !== undefined && { expiresAt: endOf(until, today) }),
  };
  const problems = checkGrant({
    payload,
    instances,
    grants: topic.access.grants,
    now: today,
    // Whose topic it is the server knows: the owner's patterns may not be ours to see.
  }).filter(({ code }) => code !== 'grant-outside-owner');
  const ask = useAsk({ kind: 'kafka.grant', payload, problems });
  return (
    <AskForm
      ask={ask}
      title={t('ask.topic.access.title', { name })}
      intro={t('ask.topic.access.text')}
      back={links.topicOf(environment, name)}
    >
      <Section title={t('ask.topic.access.section')}>
        <AskChoice
          path={GRANTEE}
          label={t('ask.access.who')}
          options={instances.map(({ id, application }) => ({
            value: id,
            label: application,
          }))}
          value={grantee}
          onChange={id => {
            setGrantee(id);
            setGroup(firstGroup(instances.find(each => each.id === id)));
          }}
        />
        <AskRadio
          path={ACCESS}
          label={t('ask.access.what')}
          options={(['CONSUME', 'PRODUCE'] as const).map(value => ({
            value,
            label: t(`ask.access.${value}`),
          }))}
          value={access}
          onChange={value => setAccess(value as GrantAccess)}
        />
        {access === 'CONSUME' && (
          <AskText
            path={GROUP}
            label={t('ask.access.group')}
            description={t('ask.access.groupText')}
            isRequired
            value={group}
            onChange={setGroup}
          />
        )}
        <AskText
          path={EXPIRES}
          label={t('ask.access.days')}
          description={t('ask.access.daysText')}
          isNumber
          value={days}
          onChange={setDays}
        />
      </Section>
    </AskForm>
  );
};

/** Access of an application of one's own to a topic of somebody's. */
export const AccessForm = ({ topic }: TopicFormProps) => (
  <MyInstance environment={topic.environment} except={topic.instance}>
    {instances => <Filled topic={topic} instances={instances} />}
  </MyInstance>
);
