// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import {
  BreadcrumbEntry,
  useApi,
  useRouteRef,
  useTranslationRef,
} from '@backstage/frontend-plugin-api';
import { Flex, Link } from '@backstage/ui';
import { useCallback } from 'react';
import { LoadError, useLoad, usePolling } from '@fairway/requests-react';
import { selfServiceApiRef } from '../../api';
import { changeRouteRef, rootRouteRef } from '../../routes';
import { selfServiceTranslationRef } from '../../translation';
import { ChangeSkeleton } from './ChangeSkeleton';
import { ChangeView } from './ChangeView';

/** Writing to Git takes about a second. */
const POLL_MS = 2000;

/** One change, refreshed until it has settled. */
export const ChangePage = (props: { id: string }) => {
  const { id } = props;
  const { t } = useTranslationRef(selfServiceTranslationRef);
  const selfService = useApi(selfServiceApiRef);
  const rootLink = useRouteRef(rootRouteRef);
  const changeLink = useRouteRef(changeRouteRef);
  const load = useCallback(
    (signal: AbortSignal) => selfService.getChange(id, { signal }),
    [selfService, id],
  );
  const { value: change, error, isLoading, reload } = useLoad(load);
  usePolling({
    poll: reload,
    isActive: change?.state === 'proposing' && !isLoading,
    everyMs: POLL_MS,
    tick: change,
  });

  const label = change
    ? t('changes.name', { number: String(change.number), title: change.title })
    : id;
  return (
    <BreadcrumbEntry entry={{ label, href: changeLink?.({ id }) ?? '' }}>
      <Flex direction="column" gap="5">
        {error && (
          <LoadError
            error={error}
            title={t(change ? 'change.refreshError' : 'change.error')}
            notAllowedTitle={t('change.notAllowed')}
            onRetry={reload}
            isRetrying={isLoading}
          />
        )}
        {error && !change && rootLink && (
          <Link href={rootLink()}>{t('change.back')}</Link>
        )}
        {change && <ChangeView change={change} title={label} />}
        {!change && !error && <ChangeSkeleton />}
      </Flex>
    </BreadcrumbEntry>
  );
};
