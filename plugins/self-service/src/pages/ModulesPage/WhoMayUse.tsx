// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { useApi, useTranslationRef } from '@backstage/frontend-plugin-api';
import { Skeleton, VisuallyHidden } from '@backstage/ui';
import type {
  MatrixPage,
  MyTarget,
} from '@fairway/backstage-plugin-ownership-common';
import {
  LoadError,
  ScrollTable,
  Section,
  StateBadge,
  useLoad,
} from '@fairway/requests-react';
import { useCallback } from 'react';
import { ownershipApiRef } from '../../api';
import { selfServiceTranslationRef } from '../../translation';
import { attributesOf, Teams } from './Teams';

const ACTION = 'service.deploy';

const You = (props: { target?: MyTarget }) => {
  const { target } = props;
  const { t } = useTranslationRef(selfServiceTranslationRef);
  if (target?.decision === 'allow') {
    return <StateBadge tone="success">{t('modules.who.yes')}</StateBadge>;
  }
  if (target && target.needs.length > 0) {
    return (
      <StateBadge tone="info">
        {t('modules.who.needs', { attributes: attributesOf(target) })}
      </StateBadge>
    );
  }
  return <StateBadge tone="neutral">{t('modules.who.no')}</StateBadge>;
};

const Answer = (props: {
  service: string;
  matrix: MatrixPage;
  targets: MyTarget[];
}) => {
  const { service, matrix, targets } = props;
  const { t } = useTranslationRef(selfServiceTranslationRef);
  if (matrix.rows.length === 0) {
    return <p>{t('modules.who.empty', { service })}</p>;
  }
  return (
    <ScrollTable
      label={t('modules.who.label', { service })}
      columns={[
        t('modules.who.environment'),
        t('modules.who.you'),
        t('modules.who.teams'),
      ]}
    >
      {matrix.rows.map(({ environment, cells }) => (
        <tr key={environment}>
          <th scope="row">{environment}</th>
          <td>
            <You
              target={targets.find(each => each.environment === environment)}
            />
          </td>
          <td>
            <Teams cells={cells} />
          </td>
        </tr>
      ))}
    </ScrollTable>
  );
};

/** What the ownership policy says of deploying a service, for the person and for the teams. */
export const WhoMayUse = (props: { service: string }) => {
  const { service } = props;
  const { t } = useTranslationRef(selfServiceTranslationRef);
  const ownership = useApi(ownershipApiRef);
  const load = useCallback(
    async (signal: AbortSignal) => {
      const [matrix, { targets }] = await Promise.all([
        ownership.matrix({ action: ACTION, service }, { signal }),
        ownership.myTargets({ action: ACTION, service, signal }),
      ]);
      return { matrix, targets };
    },
    [ownership, service],
  );
  const { value, error, isLoading, reload } = useLoad(load);
  return (
    <Section title={t('modules.who.title')}>
      {error && (
        <LoadError
          error={error}
          title={t('modules.who.error')}
          notAllowedTitle={t('modules.who.notAllowed')}
          onRetry={reload}
          isRetrying={isLoading}
        />
      )}
      {!error && !value && (
        <div role="status">
          <VisuallyHidden>{t('modules.who.loading')}</VisuallyHidden>
          <Skeleton width="100%" height={96} aria-hidden="true" />
        </div>
      )}
      {!error && value && <Answer service={service} {...value} />}
    </Section>
  );
};
