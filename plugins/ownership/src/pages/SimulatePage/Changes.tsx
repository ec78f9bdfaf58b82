// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Flex, Text } from '@backstage/ui';
import type { PolicyDiff } from '@fairway/backstage-plugin-ownership-common';
import { ScrollTable } from '@fairway/requests-react';
import { ownershipTranslationRef } from '../../translation';
import { ChangedAnswers } from './ChangedAnswers';
import { NoChanges } from './NoChanges';
import styles from './SimulatePage.module.css';

const ApprovalChanges = (props: { approvals: PolicyDiff['approvals'] }) => {
  const { t } = useTranslationRef(ownershipTranslationRef);
  const columns = ['who', 'what', 'before', 'after'] as const;
  return (
    <ScrollTable
      label={t('simulate.changes.approvals')}
      columns={columns.map(column => t(`simulate.changes.columns.${column}`))}
    >
      {props.approvals.map((each, index) => (
        <tr key={index}>
          <th scope="row">{each.who.join(', ')}</th>
          <td>
            {t('simulate.changes.what', {
              action: each.action,
              on: each.on,
              environment: each.environment,
            })}
          </td>
          <td>{each.before}</td>
          <td>{each.after}</td>
        </tr>
      ))}
    </ScrollTable>
  );
};

/** Who would gain and who would lose; losses first, as they hurt first. */
export const Changes = (props: { changes: PolicyDiff }) => {
  const { changes } = props;
  const { t } = useTranslationRef(ownershipTranslationRef);
  const entries = (['loses', 'gains', 'changes'] as const).flatMap(kind =>
    changes[kind].map(entry => ({ ...entry, kind })),
  );
  const other = [
    ...changes.rules.map(rule =>
      t('simulate.changes.rule', {
        id: rule.id,
        change: t(`simulate.changes.${rule.change}`),
        line: String(rule.line),
      }),
    ),
    ...changes.sections.map(section =>
      t('simulate.changes.section', { section }),
    ),
  ];
  return (
    <Flex direction="column" gap="3">
      <Text as="p">{changes.message}</Text>
      {entries.length > 0 ? (
        <ChangedAnswers entries={entries} />
      ) : (
        <NoChanges />
      )}
      {changes.approvals.length > 0 && (
        <>
          <Text as="h4" variant="body-large" weight="bold">
            {t('simulate.changes.approvals')}
          </Text>
          <ApprovalChanges approvals={changes.approvals} />
        </>
      )}
      {other.length > 0 && (
        <>
          <Text as="h4" variant="body-large" weight="bold">
            {t('simulate.changes.other')}
          </Text>
          <ul className={styles.others}>
            {other.map(text => (
              <li key={text}>{text}</li>
            ))}
          </ul>
        </>
      )}
    </Flex>
  );
};
