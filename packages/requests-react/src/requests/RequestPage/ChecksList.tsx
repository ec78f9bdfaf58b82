// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Link, Text } from '@backstage/ui';
import type { RequestCheck } from '@fairway/requests-common';
import {
  LinkedText,
  ScrollTable,
  StateBadge,
  type StateTone,
} from '../../components';
import { fairwayRequestsTranslationRef } from '../translation';

const TONES: Record<RequestCheck['state'], StateTone> = {
  queued: 'pending',
  running: 'info',
  passed: 'success',
  warning: 'pending',
  failed: 'danger',
  skipped: 'neutral',
};

/** Checks of the plan and of what was proposed, their state in words. @public */
export const ChecksList = (props: { checks: RequestCheck[] }) => {
  const { t } = useTranslationRef(fairwayRequestsTranslationRef);
  if (props.checks.length === 0) return <Text as="p">{t('checks.none')}</Text>;
  return (
    <ScrollTable
      label={t('checks.label')}
      columns={[t('checks.name'), t('checks.state'), t('checks.summary')]}
    >
      {props.checks.map(({ name, state, summary, url }) => (
        <tr key={name}>
          <th scope="row">{url ? <Link href={url}>{name}</Link> : name}</th>
          <td>
            <StateBadge tone={TONES[state]}>{t(`checks.${state}`)}</StateBadge>
          </td>
          <td>
            <LinkedText>{summary ?? '–'}</LinkedText>
          </td>
        </tr>
      ))}
    </ScrollTable>
  );
};
