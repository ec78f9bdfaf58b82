// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import {
  useApi,
  useRouteRef,
  useTranslationRef,
} from '@backstage/frontend-plugin-api';
import { Box, Tab, TabList, TabPanel, Tabs } from '@backstage/ui';
import {
  useAdministration,
  useMergedCounts,
  useRequestSignals,
} from '@fairway/requests-react';
import { type ReactNode, useMemo } from 'react';
import { useLocation } from 'react-router-dom';
import { kafkaRequestsApiRef } from '../api';
import { rootRouteRef } from '../routes';
import { useOwnSource } from '../source';
import { kafkaSelfServeTranslationRef } from '../translation';
import styles from './layout.module.css';

const EVERYTHING = {};

const AREAS = [
  'environments',
  'applications',
  'topics',
  'groups',
  'subjects',
  'drift',
  'policies',
  'my-requests',
  'to-decide',
] as const;
/** Forms with an address of their own, and where they belong. */
const BELONGS: Record<string, string> = {
  'new-environment': 'environments',
  'new-application': 'applications',
  'new-policy': 'policies',
};
/** Shown to administrators; its address says so to everybody else. */
const ADMINISTRATION = 'requests';

/** The areas of the plugin as tabs, each with an address of its own; the children are what the selected one shows. */
export const Navigation = ({ children }: { children: ReactNode }) => {
  const { t } = useTranslationRef(kafkaSelfServeTranslationRef);
  const root = useRouteRef(rootRouteRef)?.() ?? '';
  const { pathname } = useLocation();
  const own = useOwnSource();
  const { isAdministrator } = useAdministration(useApi(kafkaRequestsApiRef));
  const sources = useMemo(() => [own], [own]);
  const { counts, reload } = useMergedCounts(sources, EVERYTHING);
  useRequestSignals({
    pluginIds: useMemo(() => [own.id], [own]),
    onSignal: reload,
  });
  const areas: string[] = [
    ...AREAS,
    ...(isAdministrator ? [ADMINISTRATION] : []),
  ];
  const here = pathname.slice(pathname.indexOf(root) + root.length);
  const first = here.split('/').find(Boolean) ?? AREAS[0];
  const selected = BELONGS[first] ?? first;
  const waiting = counts?.waitingForMe ?? 0;
  return (
    <Tabs selectedKey={selected}>
      <TabList className={styles.tabs} aria-label={t('nav.label')}>
        {areas.map(area => (
          <Tab key={area} id={area} href={`${root}/${area}`}>
            {area === 'to-decide' && waiting > 0
              ? t('nav.to-decide-count', { number: String(waiting) })
              : t(`nav.${area as (typeof AREAS)[number]}`)}
          </Tab>
        ))}
      </TabList>
      {areas.includes(selected) ? (
        <TabPanel id={selected}>{children}</TabPanel>
      ) : (
        <Box px="2" pt="4">
          {children}
        </Box>
      )}
    </Tabs>
  );
};
