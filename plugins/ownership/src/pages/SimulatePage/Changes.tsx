// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Flex, Text } from '@backstage/ui';
import type {
  PolicyDiff,
  PolicyDiffEntry,
} from '@fairway/backstage-plugin-ownership-common';
import { EntityLink, ScrollTable, StateBadge } from '@fairway/requests-react';
import { ownershipTranslationRef } from '../../translation';
import { NoChanges } from './NoChanges';
import styles from './SimulatePage.module.css';

type Kind = 'gains' | 'loses' | 'changes';

const TONES = { gains: 'success', loses: 'danger', changes: 'info' } as const;

/** `everyone`, a group, a user or a client; those of the catalog as links. */
const Who = (props: { who: string }) =>
  /^(group|user):/.test(props.who) ? (
    <EntityLink entityRef={props.who} defaultKind="group" />
  ) : (
    <>{props.who}</>
  );

const Entries = (props: { entries: (PolicyDiffEntry & { kind: Kind })[] }) => {
  const { t } = useTranslationRef(ownershipTranslationRef);
  const columns = ['change', 'who', 'what', 'before', 'after'] as const;
  const sideOf = (side: PolicyDiffEntry['before']) => (
    <>
      {side.decision === 'needs'
        ? t('answer.needs', { attributes: side.needs.join(', ') })
        : t(`answer.${side.decision}`)}{' '}
      (<code>{side.by}</code>)
    </>
  );
  return (
    <ScrollTable
      label={t('simulate.changes.table')}
      columns={columns.map(column => t(`simulate.changes.columns.${column}`))}
    >
      {props.entries.map((entry, index) => (
        <tr key={index}>
          <td>
            <StateBadge tone={TONES[entry.kind]}>
              {t(`simulate.changes.${entry.kind}`)}
            </StateBadge>
          </td>
          <th scope="row">
            <Who who={entry.who} />
            {entry.teams.length > 0 &&
              ` (${t('simulate.changes.team', {
                teams: entry.teams.join(', '),
              })})`}
          </th>
          <td>
            {t('simulate.changes.what', {
              action: entry.action,
              on: entry.on,
              environment: entry.environment,
            })}
          </td>
          <td>{sideOf(entry.before)}</td>
          <td>{sideOf(entry.after)}</td>
        </tr>
      ))}
    </ScrollTable>
  );
};

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
      {entries.length > 0 ? <Entries entries={entries} /> : <NoChanges />}
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
