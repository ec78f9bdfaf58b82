// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type { JsonObject } from '@backstage/types';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Text } from '@backstage/ui';
import type {
  Compatibility,
  SubjectCompatibilityPayload,
} from '@fairway/backstage-plugin-kafka-self-serve-common';
import { Section } from '@fairway/requests-react';
import { useState } from 'react';
import { kafkaSelfServeTranslationRef } from '../../../translation';
import { AskChoice, AskForm, useAsk } from '../form';
import { COMPATIBILITIES } from '../schemas';
import { useAskLinks } from '../useAskLinks';
import type { SubjectFormProps } from './SubjectAskPage';

const COMPATIBILITY = ['compatibility'];

/** What the registry holds new versions of a subject to. */
export const CompatibilityForm = ({ subject }: SubjectFormProps) => {
  const { environment, name, instance = '', registryCompatibility } = subject;
  const { t } = useTranslationRef(kafkaSelfServeTranslationRef);
  const links = useAskLinks();
  const now = subject.compatibility ?? registryCompatibility;
  const [compatibility, setCompatibility] = useState<Compatibility>(
    now ?? 'BACKWARD',
  );
  const payload: SubjectCompatibilityPayload = {
    operation: 'compatibility',
    environment,
    instance,
    name,
    compatibility,
  };
  const ask = useAsk({
    kind: 'kafka.subject',
    payload: payload as unknown as JsonObject,
    problems: [],
  });
  return (
    <AskForm
      ask={ask}
      title={t('ask.subject.compatibility.title', { name })}
      intro={t('ask.subject.compatibility.text')}
      back={links.subjectOf(environment, name)}
    >
      <Section title={t('ask.schema.compatibility')}>
        {now && (
          <Text as="p" color="secondary">
            {t(
              subject.compatibility
                ? 'ask.subject.compatibility.own'
                : 'ask.subject.compatibility.registry',
              { level: now },
            )}
          </Text>
        )}
        <AskChoice
          path={COMPATIBILITY}
          label={t('ask.subject.compatibility.label')}
          options={COMPATIBILITIES.map(each => ({
            value: each,
            label: t(`ask.subject.compatibility.levels.${each}`),
          }))}
          value={compatibility}
          onChange={next => setCompatibility(next as Compatibility)}
        />
      </Section>
    </AskForm>
  );
};
