// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Link, Text } from '@backstage/ui';
import type { TopicDetail } from '@fairway/backstage-plugin-kafka-self-serve-common';
import { ScrollTable, Section } from '@fairway/requests-react';
import { Few, Owner } from '../../../parts';
import { kafkaSelfServeTranslationRef } from '../../../translation';
import { useAskLinks } from '../../ask';

const COLUMNS = ['group', 'owner', 'state', 'members', 'lag'] as const;

/** Who reads it, and how far behind. */
export const Groups = (props: { topic: TopicDetail }) => {
  const { groups, environment } = props.topic;
  const { t } = useTranslationRef(kafkaSelfServeTranslationRef);
  const links = useAskLinks();
  return (
    <Section title={t('topics.one.groups')}>
      {groups.length === 0 ? (
        <Text as="p">{t('topics.one.noGroups')}</Text>
      ) : (
        <Few items={groups}>
          {shown => (
            <ScrollTable
              label={t('topics.one.groups')}
              columns={COLUMNS.map(column => t(`topics.one.columns.${column}`))}
            >
              {shown.map(group => (
                <tr key={group.groupId}>
                  <th scope="row">
                    <Link href={links.groupOf(environment, group.groupId)}>
                      {group.groupId}
                    </Link>
                  </th>
                  <td>
                    <Owner ownerRef={group.ownerRef} />
                  </td>
                  <td>{t(`topics.one.groupState.${group.state}`)}</td>
                  <td>{group.members}</td>
                  <td>{group.lag ?? t('topics.one.none')}</td>
                </tr>
              ))}
            </ScrollTable>
          )}
        </Few>
      )}
    </Section>
  );
};
