// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  checkGrant,
  type GrantAccess,
  type GrantCreatePayload,
  type InstanceView,
  type NamePattern,
  type TopicDetail,
} from '@fairway/backstage-plugin-kafka-self-serve-common';
import { Checkbox } from '@backstage/ui';
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
const SCOPE = ['topic', 'pattern'];
const PREFIX = ['topic'];
const TRANSACTIONAL_ID = ['transactionalId'];
const SCOPES = ['LITERAL', 'PREFIXED'] as const;
type Scope = (typeof SCOPES)[number];

const patternOf = (name: string, isPrefix: boolean): NamePattern => ({
  pattern: isPrefix ? 'PREFIXED' : 'LITERAL',
  name,
});

/** `orders.` of `orders.created`: what its neighbours begin with, too. */
const prefixOf = (name: string): string =>
  /^.*[._-](?=.)/.exec(name)?.[0] ?? name;

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
  const [scope, setScope] = useState<Scope>('LITERAL');
  const [prefix, setPrefix] = useState(prefixOf(name));
  const [isGroupPrefix, setGroupPrefix] = useState(false);
  const [transactionalId, setTransactionalId] = useState('');
  const [isTransactionalPrefix, setTransactionalPrefix] = useState(false);
  const until = numberOf(days);
  const payload: GrantCreatePayload = {
    operation: 'create',
    environment,
    grantee,
    access,
    topic:
      scope === 'LITERAL'
        ? { pattern: scope, name }
        : { pattern: scope, name: prefix.trim() },
    ...(access === 'CONSUME' &&
      group && { group: patternOf(group, isGroupPrefix) }),
    ...(access === 'PRODUCE' &&
      transactionalId.trim() && {
        transactionalId: patternOf(
          transactionalId.trim(),
          isTransactionalPrefix,
        ),
      }),
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
        <AskRadio
          path={SCOPE}
          label={t('ask.topic.access.scope')}
          options={SCOPES.map(value => ({
            value,
            label: t(`ask.topic.access.scopes.${value}`, { name }),
          }))}
          value={scope}
          onChange={value => setScope(value as Scope)}
        />
        {scope === 'PREFIXED' && (
          <AskText
            path={PREFIX}
            label={t('ask.topic.access.prefix')}
            description={t('ask.topic.access.prefixText')}
            isRequired
            value={prefix}
            onChange={setPrefix}
          />
        )}
        {access === 'CONSUME' && (
          <>
            <AskText
              path={GROUP}
              label={t('ask.access.group')}
              description={t('ask.access.groupText')}
              isRequired
              value={group}
              onChange={setGroup}
            />
            <Checkbox isSelected={isGroupPrefix} onChange={setGroupPrefix}>
              {t('ask.topic.access.groupPrefix')}
            </Checkbox>
          </>
        )}
        {access === 'PRODUCE' && (
          <>
            <AskText
              path={TRANSACTIONAL_ID}
              label={t('ask.topic.access.transactionalId')}
              description={t('ask.topic.access.transactionalIdText')}
              value={transactionalId}
              onChange={setTransactionalId}
            />
            {transactionalId.trim() && (
              <Checkbox
                isSelected={isTransactionalPrefix}
                onChange={setTransactionalPrefix}
              >
                {t('ask.topic.access.transactionalPrefix')}
              </Checkbox>
            )}
          </>
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
