// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { useRouteRef, useTranslationRef } from '@backstage/frontend-plugin-api';
import { Link } from '@backstage/ui';
import {
  useMergedCounts,
  useRequestSignals,
  useRequestSources,
} from '@fairway/requests-react';
import { useMemo } from 'react';
import { toDecideRouteRef } from '../../routes';
import { selfServiceTranslationRef } from '../../translation';
import styles from './HubPage.module.css';

const EVERYTHING = {};

/** What waits for the person's decision, of every source of requests; nothing where nothing does. */
export const WaitingStrip = () => {
  const { t } = useTranslationRef(selfServiceTranslationRef);
  const link = useRouteRef(toDecideRouteRef);
  const sources = useRequestSources();
  const { counts, reload } = useMergedCounts(sources, EVERYTHING);
  useRequestSignals({
    pluginIds: useMemo(() => sources.map(({ id }) => id), [sources]),
    onSignal: reload,
  });
  const count = counts?.waitingForMe ?? 0;
  return (
    <div role="status">
      {count > 0 && (
        <p className={styles.waiting}>
          {t('hub.waiting', { count })}{' '}
          {link && <Link href={link()}>{t('hub.waitingLink')}</Link>}
        </p>
      )}
    </div>
  );
};
