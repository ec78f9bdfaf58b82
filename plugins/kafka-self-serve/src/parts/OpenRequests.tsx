// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { useRouteRef, useTranslationRef } from '@backstage/frontend-plugin-api';
import { Link, Text } from '@backstage/ui';
import type { OpenKafkaRequest } from '@fairway/backstage-plugin-kafka-self-serve-common';
import { ScrollTable, Section } from '@fairway/requests-react';
import { requestRouteRef } from '../routes';
import { KIND_WORDS } from '../source/kindWords';
import { kafkaSelfServeTranslationRef } from '../translation';
import { Few } from './Few';

/** What is under way about something. */
export const OpenRequests = (props: { requests: OpenKafkaRequest[] }) => {
  const { requests } = props;
  const { t } = useTranslationRef(kafkaSelfServeTranslationRef);
  const link = useRouteRef(requestRouteRef);
  return (
    <Section title={t('open.title')}>
      {requests.length === 0 ? (
        <Text as="p">{t('open.none')}</Text>
      ) : (
        <Few items={requests}>
          {shown => (
            <ScrollTable
              label={t('open.title')}
              columns={[t('open.request'), t('open.kind'), t('open.state')]}
            >
              {shown.map(({ id, number, title, kind, ...request }) => (
                <tr key={id}>
                  <th scope="row">
                    <Link href={link?.({ id }) ?? ''}>
                      {t('open.name', { number: String(number), title })}
                    </Link>
                  </th>
                  <td>{KIND_WORDS[kind as keyof typeof KIND_WORDS] ?? kind}</td>
                  <td>
                    {request.statusLabel ??
                      t(
                        request.decision === 'approved'
                          ? 'open.underWay'
                          : 'open.waits',
                      )}
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
