// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Checkbox, Text } from '@backstage/ui';
import type {
  ProblemPath,
  SchemaFormat,
} from '@fairway/backstage-plugin-kafka-self-serve-common';
import { kafkaSelfServeTranslationRef } from '../../../translation';
import { AskChoice, AskLines } from '../form';
import { COMPATIBILITIES, FORMATS } from '../schemas';
import type { TopicDraft } from './draft';

const NEW = { format: 'AVRO', text: '', compatibility: 'default' } as const;

/** The schema of the values, registered together with the topic. */
export const SchemaFields = (props: {
  draft: TopicDraft;
  hasRegistry: boolean;
  /** Of the subject in what is asked for. */
  path: ProblemPath;
  onChange: (changes: Partial<TopicDraft>) => void;
}) => {
  const { draft, hasRegistry, path, onChange } = props;
  const { schema } = draft;
  const { t } = useTranslationRef(kafkaSelfServeTranslationRef);
  const change = (changes: Partial<NonNullable<TopicDraft['schema']>>) =>
    schema && onChange({ schema: { ...schema, ...changes } });
  if (!hasRegistry && !schema) {
    return <Text as="p">{t('ask.schema.noRegistry')}</Text>;
  }
  return (
    <>
      <Checkbox
        isSelected={schema !== undefined}
        onChange={isOn => onChange({ schema: isOn ? { ...NEW } : undefined })}
      >
        {t('ask.schema.with')}
      </Checkbox>
      {schema && (
        <>
          <AskChoice
            path={[...path, 'format']}
            label={t('ask.schema.format')}
            options={FORMATS.map(value => ({ value, label: value }))}
            value={schema.format}
            onChange={format => change({ format: format as SchemaFormat })}
          />
          <AskLines
            path={[...path, 'schema']}
            label={t('ask.schema.text')}
            rows={8}
            isCode
            isRequired
            value={schema.text}
            onChange={text => change({ text })}
          />
          <AskChoice
            path={[...path, 'compatibility']}
            label={t('ask.schema.compatibility')}
            options={[
              { value: 'default', label: t('ask.schema.default') },
              ...COMPATIBILITIES.map(value => ({ value, label: value })),
            ]}
            value={schema.compatibility}
            onChange={compatibility =>
              change({
                compatibility: compatibility as typeof schema.compatibility,
              })
            }
          />
        </>
      )}
    </>
  );
};
