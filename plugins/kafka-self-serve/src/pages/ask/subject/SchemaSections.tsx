// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Text } from '@backstage/ui';
import type {
  Compatibility,
  SchemaFormat,
} from '@fairway/backstage-plugin-kafka-self-serve-common';
import { DiffView, Section } from '@fairway/requests-react';
import type { ReactNode } from 'react';
import { kafkaSelfServeTranslationRef } from '../../../translation';
import { AskChoice, AskLines } from '../form';
import { COMPATIBILITIES, FORMATS } from '../schemas';
import type { SchemaDraft } from './useSchemaDraft';

const FORMAT = ['format'];
const SCHEMA = ['schema'];
const COMPATIBILITY = ['compatibility'];

/** The fields of a new version, beside what it changes. */
export const SchemaSections = (props: {
  draft: SchemaDraft;
  /** What comes before: which subject it is about. */
  children?: ReactNode;
}) => {
  const { draft, children } = props;
  const { found, diff } = draft;
  const { t } = useTranslationRef(kafkaSelfServeTranslationRef);
  return (
    <>
      <Section title={t('ask.topic.schema.section')}>
        {children}
        <Text as="p" role="status" color="secondary">
          {found?.latest
            ? t('ask.schema.version', {
                subject: draft.name,
                version: String(found.latest.version),
                compatibility:
                  found.compatibility ?? found.registryCompatibility ?? '?',
              })
            : t('ask.schema.first', { subject: draft.name })}
        </Text>
        <AskChoice
          path={FORMAT}
          label={t('ask.schema.format')}
          options={FORMATS.map(each => ({ value: each, label: each }))}
          value={draft.format}
          onChange={next => draft.setFormat(next as SchemaFormat)}
        />
        <AskLines
          path={SCHEMA}
          label={t('ask.schema.text')}
          rows={14}
          isCode
          isRequired
          value={draft.text}
          onChange={draft.setText}
        />
        <AskChoice
          path={COMPATIBILITY}
          label={t('ask.schema.compatibility')}
          options={[
            { value: 'unchanged', label: t('ask.schema.unchanged') },
            ...COMPATIBILITIES.map(each => ({ value: each, label: each })),
          ]}
          value={draft.compatibility}
          onChange={next => draft.setCompatibility(next as Compatibility)}
        />
      </Section>
      {diff && (
        <Section title={t('ask.schema.diff')}>
          <DiffView diff={diff} />
        </Section>
      )}
    </>
  );
};
