// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Button, Flex, Text } from '@backstage/ui';
import type {
  GrantAccess,
  InstanceView,
} from '@fairway/backstage-plugin-kafka-self-serve-common';
import { kafkaSelfServeTranslationRef } from '../../../translation';
import { AskChoice, AskRadio, AskText } from '../form';
import styles from '../form/form.module.css';
import { firstGroup } from '../groups';
import type { AccessDraft, TopicDraft } from './draft';

const Row = (props: {
  row: AccessDraft;
  /** Its place in what is asked for. */
  index: number;
  instances: InstanceView[];
  onChange: (row: AccessDraft) => void;
  onRemove: () => void;
}) => {
  const { row, index, instances, onChange, onRemove } = props;
  const { t } = useTranslationRef(kafkaSelfServeTranslationRef);
  const path = ['items', index, 'payload'];
  const change = (changes: Partial<AccessDraft>) =>
    onChange({ ...row, ...changes });
  return (
    <fieldset className={styles.frame}>
      <legend>{t('ask.newTopic.accessOf', { number: String(index) })}</legend>
      <AskChoice
        path={[...path, 'grantee']}
        label={t('ask.access.who')}
        isRequired
        options={instances.map(({ id, application }) => ({
          value: id,
          label: application,
        }))}
        value={row.grantee}
        onChange={grantee =>
          change({
            grantee,
            group: firstGroup(instances.find(({ id }) => id === grantee)),
          })
        }
      />
      <AskRadio
        path={[...path, 'access']}
        label={t('ask.access.what')}
        options={(['CONSUME', 'PRODUCE'] as const).map(value => ({
          value,
          label: t(`ask.access.${value}`),
        }))}
        value={row.access}
        onChange={access => change({ access: access as GrantAccess })}
      />
      {row.access === 'CONSUME' && (
        <AskText
          path={[...path, 'group']}
          label={t('ask.access.group')}
          description={t('ask.access.groupText')}
          isRequired
          value={row.group}
          onChange={group => change({ group })}
        />
      )}
      <AskText
        path={[...path, 'expiresAt']}
        label={t('ask.access.days')}
        description={t('ask.access.daysText')}
        isNumber
        value={row.days}
        onChange={days => change({ days })}
      />
      <Button size="small" variant="secondary" onPress={onRemove}>
        {t('ask.newTopic.removeAccess', { number: String(index) })}
      </Button>
    </fieldset>
  );
};

/** Who else reads and writes it from the first day; access of other teams is asked for by themselves. */
export const AccessFields = (props: {
  draft: TopicDraft;
  /** Other instances of the person in this environment. */
  instances: InstanceView[];
  onChange: (changes: Partial<TopicDraft>) => void;
}) => {
  const { draft, instances, onChange } = props;
  const { access } = draft;
  const { t } = useTranslationRef(kafkaSelfServeTranslationRef);
  const add = (kind: GrantAccess) =>
    onChange({
      access: [
        ...access,
        {
          key: Math.max(0, ...access.map(({ key }) => key)) + 1,
          grantee: instances.length === 1 ? instances[0].id : '',
          access: kind,
          group: instances.length === 1 ? firstGroup(instances[0]) : '',
          days: '',
        },
      ],
    });
  return (
    <Flex direction="column" gap="4">
      <Text as="p" color="secondary">
        {t(
          instances.length > 0
            ? 'ask.newTopic.accessText'
            : 'ask.newTopic.accessNone',
        )}
      </Text>
      {access.map((row, index) => (
        <Row
          key={row.key}
          row={row}
          index={index + 1}
          instances={instances}
          onChange={next => onChange({ access: access.with(index, next) })}
          onRemove={() =>
            onChange({ access: access.filter(({ key }) => key !== row.key) })
          }
        />
      ))}
      {instances.length > 0 && (
        <div className={styles.actions}>
          <Button variant="secondary" onPress={() => add('CONSUME')}>
            {t('ask.newTopic.addConsumer')}
          </Button>
          <Button variant="secondary" onPress={() => add('PRODUCE')}>
            {t('ask.newTopic.addProducer')}
          </Button>
        </div>
      )}
    </Flex>
  );
};
