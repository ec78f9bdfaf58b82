// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Button } from '@backstage/ui';
import type { PolicyDiffEntry } from '@fairway/backstage-plugin-ownership-common';
import { EntityLink, ScrollTable, StateBadge } from '@fairway/requests-react';
import { useState } from 'react';
import { ownershipTranslationRef } from '../../translation';

/** Answers that are drawn at first: more make the page slow. */
const FIRST = 200;

type Kind = 'gains' | 'loses' | 'changes';

const TONES = { gains: 'success', loses: 'danger', changes: 'info' } as const;

/** `everyone`, a group, a user or a client; those of the catalog as links. */
const Who = (props: { who: string }) =>
  /^(group|user):/.test(props.who) ? (
    <EntityLink entityRef={props.who} defaultKind="group" />
  ) : (
    <>{props.who}</>
  );

/** Answers that are not the same before and after. */
export const ChangedAnswers = (props: {
  entries: (PolicyDiffEntry & { kind: Kind })[];
}) => {
  const { entries } = props;
  const { t } = useTranslationRef(ownershipTranslationRef);
  const [isComplete, setComplete] = useState(false);
  const shown = isComplete ? entries : entries.slice(0, FIRST);
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
    <>
      <ScrollTable
        label={t('simulate.changes.table')}
        columns={columns.map(column => t(`simulate.changes.columns.${column}`))}
      >
        {shown.map((entry, index) => (
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
      {shown.length < entries.length && (
        <Button variant="tertiary" onPress={() => setComplete(true)}>
          {t('simulate.changes.more', { count: entries.length - shown.length })}
        </Button>
      )}
    </>
  );
};
