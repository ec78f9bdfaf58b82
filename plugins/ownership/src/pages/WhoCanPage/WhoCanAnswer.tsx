// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Flex, Text } from '@backstage/ui';
import type { WhoCan } from '@fairway/backstage-plugin-ownership-common';
import {
  EmptyState,
  EntityLinks,
  ScrollTable,
  Section,
} from '@fairway/requests-react';
import { AnswerBadge, AnswerInWords } from '../../components';
import { ownershipTranslationRef } from '../../translation';
import { RuleList } from './RuleList';

/** People by the name that the policy has for them, with their groups. */
const Who = (props: { who: string[]; groups: string[] }) => {
  const { who, groups } = props;
  const { t } = useTranslationRef(ownershipTranslationRef);
  const names = who.map(name => name.replace(/^team:/, ''));
  const text = names.join(t('whoCan.and'));
  const others = groups.filter(group => !who.includes(group));
  return (
    <>
      {text}
      {others.length > 0 && (
        <>
          {' ('}
          <EntityLinks refs={others} defaultKind="group" />)
        </>
      )}
    </>
  );
};

/** Who may, by which rules; who is refused in particular; and what anybody else is told. */
export const WhoCanAnswer = (props: { answer: WhoCan }) => {
  const { answer } = props;
  const { everyoneElse } = answer;
  const { t } = useTranslationRef(ownershipTranslationRef);
  return (
    <Section title={t('whoCan.answer')}>
      <Text as="p" role="status">
        {answer.message}
      </Text>
      {answer.entries.length === 0 ? (
        <EmptyState headingLevel="h4" title={t('whoCan.nobody.title')}>
          {t('whoCan.nobody.text')}
        </EmptyState>
      ) : (
        <ScrollTable
          label={t('whoCan.table')}
          columns={[
            t('whoCan.columns.who'),
            t('whoCan.columns.answer'),
            t('whoCan.columns.rules'),
          ]}
        >
          {answer.entries.map(entry => (
            <tr key={entry.who.join()}>
              <th scope="row">
                <Who who={entry.who} groups={entry.groups} />
              </th>
              <td>
                <AnswerBadge decision={entry.decision} needs={entry.needs} />
              </td>
              <td>
                <RuleList rules={entry.rules} />
              </td>
            </tr>
          ))}
        </ScrollTable>
      )}
      {answer.except.length > 0 && (
        <ScrollTable
          label={t('whoCan.except')}
          columns={[t('whoCan.columns.except'), t('whoCan.columns.rules')]}
        >
          {answer.except.map(each => (
            <tr key={each.who.join()}>
              <th scope="row">
                <Who who={each.who} groups={each.groups} />
              </th>
              <td>
                <RuleList rules={each.rules} />
              </td>
            </tr>
          ))}
        </ScrollTable>
      )}
      <Flex direction="column" gap="2" align="start">
        <Text as="h4" variant="body-large" weight="bold">
          {t('whoCan.everyoneElse')}
        </Text>
        <AnswerInWords answer={everyoneElse} />
      </Flex>
    </Section>
  );
};
