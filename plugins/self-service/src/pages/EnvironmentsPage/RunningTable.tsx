// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { EntityLink, RelativeTime, ScrollTable } from '@fairway/requests-react';
import { ProvisionBadge } from '../../entity/ProvisionBadge';
import { selfServiceTranslationRef } from '../../translation';
import type { Running } from './environments';

const COLUMNS = ['name', 'type', 'state', 'owner', 'ends'] as const;

/** Things that run in an environment, or the words for none. */
export const RunningTable = (props: {
  running: Running[];
  label: string;
  empty: string;
}) => {
  const { running, label, empty } = props;
  const { t } = useTranslationRef(selfServiceTranslationRef);
  if (running.length === 0) return <p>{empty}</p>;
  return (
    <ScrollTable
      label={label}
      columns={COLUMNS.map(column =>
        t(`environments.running.columns.${column}`),
      )}
    >
      {running.map(each => (
        <tr key={each.entityRef}>
          <th scope="row">
            <EntityLink entityRef={each.entityRef} defaultKind="resource" />
          </th>
          <td>{each.type}</td>
          <td>
            <ProvisionBadge provision={each} />
          </td>
          <td>
            {each.ownerRef ? (
              <EntityLink entityRef={each.ownerRef} defaultKind="group" />
            ) : (
              t('environments.none')
            )}
          </td>
          <td>
            {each.expiresAt ? (
              <RelativeTime value={each.expiresAt} />
            ) : (
              t('environments.running.never')
            )}
          </td>
        </tr>
      ))}
    </ScrollTable>
  );
};
