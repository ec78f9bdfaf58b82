// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { useRouteRef, useTranslationRef } from '@backstage/frontend-plugin-api';
import { Link } from '@backstage/ui';
import {
  type RequestStateTab,
  useMergedCounts,
  useRequestSignals,
  useRequestSources,
} from '@fairway/requests-react';
import { useCallback, useMemo } from 'react';
import { requestsRouteRef, toDecideRouteRef } from '../../routes';
import { selfServiceTranslationRef } from '../../translation';
import styles from './HubPage.module.css';

const EVERYTHING = {};
const MINE = { mine: true };

/** What waits for the person, of every source of requests: others' for their decision, their own to be gone on with. */
export const WaitingStrip = () => {
  const { t } = useTranslationRef(selfServiceTranslationRef);
  const toDecideLink = useRouteRef(toDecideRouteRef);
  const mineLink = useRouteRef(requestsRouteRef);
  const sources = useRequestSources();
  const { counts, reload } = useMergedCounts(sources, EVERYTHING);
  const { counts: mine, reload: reloadMine } = useMergedCounts(sources, MINE);
  useRequestSignals({
    pluginIds: useMemo(() => sources.map(({ id }) => id), [sources]),
    onSignal: useCallback(() => {
      reload();
      reloadMine();
    }, [reload, reloadMine]),
  });
  const inState = (state: RequestStateTab) =>
    mineLink && `${mineLink()}?state=${state}`;
  const waiting = [
    {
      key: 'toDecide',
      count: counts?.waitingForMe ?? 0,
      href: toDecideLink?.(),
    },
    {
      key: 'changesRequested',
      count: mine?.changesRequested ?? 0,
      href: inState('changes-requested'),
    },
    { key: 'draft', count: mine?.draft ?? 0, href: inState('draft') },
  ] as const;
  const shown = waiting.filter(({ count }) => count > 0);
  return (
    <div role="status">
      {shown.length > 0 && (
        <ul className={styles.waiting} aria-label={t('hub.waiting.label')}>
          {shown.map(({ key, count, href }) => (
            <li key={key}>
              {t(`hub.waiting.${key}`, { count })}{' '}
              {href && <Link href={href}>{t(`hub.waiting.${key}Link`)}</Link>}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
};
