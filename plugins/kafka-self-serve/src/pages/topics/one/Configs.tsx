// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Checkbox, Text } from '@backstage/ui';
import {
  KAFKA_TOPIC_CONFIGS,
  type TopicDetail,
} from '@fairway/backstage-plugin-kafka-self-serve-common';
import { ScrollTable, Section } from '@fairway/requests-react';
import { useState } from 'react';
import { ConfigText } from '../../../parts';
import { kafkaSelfServeTranslationRef } from '../../../translation';
import { inUnits } from '../../ask';

const COLUMNS = ['config', 'value', 'source', 'otherwise'] as const;

/** Configs, where each value comes from, and what it would be otherwise. */
export const Configs = (props: { topic: TopicDetail }) => {
  const { configs } = props.topic;
  const { t } = useTranslationRef(kafkaSelfServeTranslationRef);
  const [withDefaults, setWithDefaults] = useState(false);
  const shown = configs.filter(
    config => withDefaults || config.source === 'override' || config.desired,
  );
  return (
    <Section title={t('topics.one.configs')}>
      <Checkbox isSelected={withDefaults} onChange={setWithDefaults}>
        {t('topics.one.withDefaults')}
      </Checkbox>
      {shown.length === 0 ? (
        <Text as="p">{t('topics.one.noConfigs')}</Text>
      ) : (
        <ScrollTable
          label={t('topics.one.configs')}
          columns={COLUMNS.map(column => t(`topics.one.columns.${column}`))}
        >
          {shown.map(config => (
            <tr key={config.name}>
              <th scope="row">
                <code>{config.name}</code>
              </th>
              <td>
                {config.value !== undefined && (
                  <ConfigText name={config.name} value={config.value} />
                )}
                {config.desired !== undefined && (
                  <Text as="div" variant="body-small" color="warning">
                    {t('topics.one.wanted', {
                      value: inUnits(
                        KAFKA_TOPIC_CONFIGS.get(config.name),
                        config.desired,
                      ),
                    })}
                  </Text>
                )}
              </td>
              <td>{t(`topics.one.source.${config.source}`)}</td>
              <td>
                {config.default !== undefined && (
                  <ConfigText name={config.name} value={config.default} />
                )}
              </td>
            </tr>
          ))}
        </ScrollTable>
      )}
    </Section>
  );
};
