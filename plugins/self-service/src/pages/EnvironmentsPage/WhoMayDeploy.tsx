// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import {
  useApi,
  useRouteRef,
  useTranslationRef,
} from '@backstage/frontend-plugin-api';
import { Link, Skeleton, VisuallyHidden } from '@backstage/ui';
import {
  LoadError,
  ScrollTable,
  Section,
  useLoad,
} from '@fairway/requests-react';
import { useCallback } from 'react';
import { ownershipApiRef } from '../../api';
import { matrixExternal } from '../../routes';
import { selfServiceTranslationRef } from '../../translation';
import { Teams } from '../ModulesPage/Teams';

const ACTION = 'service.deploy';

/** Which teams the ownership policy lets deploy what into an environment. */
export const WhoMayDeploy = (props: { environment: string }) => {
  const { environment } = props;
  const { t } = useTranslationRef(selfServiceTranslationRef);
  const ownership = useApi(ownershipApiRef);
  const matrixLink = useRouteRef(matrixExternal);
  const load = useCallback(
    (signal: AbortSignal) =>
      ownership.matrix({ action: ACTION, environment }, { signal }),
    [ownership, environment],
  );
  const { value, error, isLoading, reload } = useLoad(load);
  const search = new URLSearchParams({ action: ACTION, environment });
  return (
    <Section title={t('environments.who.title')}>
      {error && (
        <LoadError
          error={error}
          title={t('environments.who.error')}
          notAllowedTitle={t('environments.who.notAllowed')}
          onRetry={reload}
          isRetrying={isLoading}
        />
      )}
      {!error && !value && (
        <div role="status">
          <VisuallyHidden>{t('environments.who.loading')}</VisuallyHidden>
          <Skeleton width="100%" height={160} aria-hidden="true" />
        </div>
      )}
      {!error && value && (
        <>
          <ScrollTable
            label={t('environments.who.label', { name: environment })}
            columns={[t('environments.who.service'), t('modules.who.teams')]}
          >
            {value.rows.map(({ on, cells }) => (
              <tr key={on}>
                <th scope="row">{on.replace(/^service:/, '')}</th>
                <td>
                  <Teams cells={cells} />
                </td>
              </tr>
            ))}
          </ScrollTable>
          {matrixLink && (
            <div>
              <Link href={`${matrixLink()}?${search}`}>
                {t('environments.one.matrix', { name: environment })}
              </Link>
            </div>
          )}
        </>
      )}
    </Section>
  );
};
