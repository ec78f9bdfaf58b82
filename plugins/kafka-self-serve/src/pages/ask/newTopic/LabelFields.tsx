// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Button, Flex, Text } from '@backstage/ui';
import { kafkaSelfServeTranslationRef } from '../../../translation';
import { AskText, Problems, useField } from '../form';
import styles from '../form/form.module.css';
import { TOPIC_PATH } from './draft';
import type { LabelDraft } from './labels';

const PATH = [...TOPIC_PATH, 'labels'];
/** Nothing is wrong with a value that is not said at its name. */
const NOWHERE = ['label'];

/** Labels, which topics are found by: each a name, and a value that may be left out. */
export const LabelFields = (props: {
  labels: LabelDraft[];
  onChange: (labels: LabelDraft[]) => void;
}) => {
  const { labels, onChange } = props;
  const { t } = useTranslationRef(kafkaSelfServeTranslationRef);
  const own = useField(PATH, { own: true });
  const add = () =>
    onChange([
      ...labels,
      {
        key: Math.max(0, ...labels.map(({ key }) => key)) + 1,
        name: '',
        value: '',
      },
    ]);
  return (
    <Flex direction="column" gap="3" align="start">
      <Text as="p" color="secondary">
        {t('ask.newTopic.labels.text')}
      </Text>
      {labels.map((label, index) => {
        const number = String(index + 1);
        const change = (changes: Partial<LabelDraft>) =>
          onChange(labels.with(index, { ...label, ...changes }));
        return (
          <div key={label.key} className={styles.row}>
            <AskText
              path={[...PATH, label.name.trim()]}
              label={t('ask.newTopic.labels.name', { number })}
              value={label.name}
              onChange={name => change({ name })}
            />
            <AskText
              path={NOWHERE}
              label={t('ask.newTopic.labels.value', { number })}
              value={label.value}
              onChange={value => change({ value })}
            />
            <Button
              variant="secondary"
              aria-label={t('ask.newTopic.labels.removeNumber', { number })}
              onPress={() =>
                onChange(labels.filter(({ key }) => key !== label.key))
              }
            >
              {t('ask.newTopic.labels.remove')}
            </Button>
          </div>
        );
      })}
      <Problems id={own.id} problems={own.problems} />
      <Button variant="secondary" onPress={add}>
        {t('ask.newTopic.labels.add')}
      </Button>
    </Flex>
  );
};
