// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Link, Text } from '@backstage/ui';
import type { TopicDetail } from '@fairway/backstage-plugin-kafka-self-serve-common';
import { ScrollTable, Section } from '@fairway/requests-react';
import { Few } from '../../../parts';
import { kafkaSelfServeTranslationRef } from '../../../translation';
import { PhaseBadge } from '../../../words';
import { useAskLinks } from '../../ask';

const COLUMNS = [
  'subject',
  'format',
  'version',
  'compatibility',
  'phase',
] as const;

/** The schemas of its records. */
export const Subjects = (props: { topic: TopicDetail }) => {
  const { subjects } = props.topic;
  const { t } = useTranslationRef(kafkaSelfServeTranslationRef);
  const links = useAskLinks();
  return (
    <Section title={t('topics.one.subjects')}>
      {subjects.length === 0 ? (
        <Text as="p">{t('topics.one.noSubjects')}</Text>
      ) : (
        <Few items={subjects}>
          {shown => (
            <ScrollTable
              label={t('topics.one.subjects')}
              columns={COLUMNS.map(column => t(`topics.one.columns.${column}`))}
            >
              {shown.map(({ environment, name, ...subject }) => (
                <tr key={name}>
                  <th scope="row">
                    <Link href={links.subjectOf(environment, name)}>
                      {name}
                    </Link>
                  </th>
                  <td>{subject.format ?? ''}</td>
                  <td>{subject.version ?? ''}</td>
                  <td>{subject.compatibility ?? t('topics.one.ofRegistry')}</td>
                  <td>
                    <PhaseBadge phase={subject.phase} />
                  </td>
                </tr>
              ))}
            </ScrollTable>
          )}
        </Few>
      )}
    </Section>
  );
};
