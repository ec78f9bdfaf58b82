// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Flex } from '@backstage/ui';
import type {
  BreakGlassRecord,
  BreakGlassState,
} from '@fairway/backstage-plugin-ownership-common';
import {
  EntityLink,
  EntityLinks,
  RelativeTime,
  ScrollTable,
  StateBadge,
  type StateTone,
} from '@fairway/requests-react';
import { ownershipTranslationRef } from '../../translation';
import styles from './BreakGlassPage.module.css';
import { GrantAction } from './GrantAction';
import { useScope } from './useScope';

const TONES: Record<BreakGlassState, StateTone> = {
  waiting: 'pending',
  // It is open, and that is the danger.
  active: 'danger',
  closed: 'neutral',
  expired: 'neutral',
};

/** When it ends or ended, as words of now. */
const End = (props: { grant: BreakGlassRecord }) => {
  const { state, expiresAt, closedAt, closedBy } = props.grant;
  const { t } = useTranslationRef(ownershipTranslationRef);
  return (
    <div className={styles.secondary}>
      {t(`breakGlass.end.${state}`)}{' '}
      <RelativeTime value={(state === 'closed' && closedAt) || expiresAt} />
      {state === 'closed' && closedBy && (
        <>
          {' '}
          {t('breakGlass.end.by')}{' '}
          <EntityLink entityRef={closedBy} defaultKind="user" />
        </>
      )}
    </div>
  );
};

/** All grants that the person may see, newest first. */
export const Grants = (props: {
  grants: BreakGlassRecord[];
  onChanged: () => void;
}) => {
  const { grants, onChanged } = props;
  const { t } = useTranslationRef(ownershipTranslationRef);
  const scopeOf = useScope();
  const columns = [
    'state',
    'who',
    'scope',
    'reason',
    'approvals',
    'actions',
  ] as const;
  return (
    <ScrollTable
      label={t('breakGlass.list.title')}
      columns={columns.map(column => t(`breakGlass.columns.${column}`))}
    >
      {grants.map(grant => (
        <tr key={grant.id}>
          <td>
            <StateBadge tone={TONES[grant.state]}>
              {t(`breakGlass.state.${grant.state}`)}
            </StateBadge>
            <End grant={grant} />
          </td>
          <th scope="row">
            <EntityLink entityRef={grant.userEntityRef} defaultKind="user" />
            <div className={styles.secondary}>
              <RelativeTime value={grant.requestedAt} />
            </div>
          </th>
          <td>{scopeOf(grant)}</td>
          <td className={styles.reason}>
            <code>{grant.ticket}</code> {grant.reason}
          </td>
          <td>
            {t('breakGlass.approved', {
              given: String(grant.approvedBy.length),
              needed: String(grant.approvalsNeeded),
            })}{' '}
            <EntityLinks refs={grant.approvedBy} defaultKind="user" />
          </td>
          <td>
            <Flex gap="2">
              {grant.mayApprove && (
                <GrantAction kind="approve" grant={grant} onDone={onChanged} />
              )}
              {grant.mayClose && (
                <GrantAction kind="close" grant={grant} onDone={onChanged} />
              )}
              {!grant.mayApprove && !grant.mayClose && '–'}
            </Flex>
          </td>
        </tr>
      ))}
    </ScrollTable>
  );
};
