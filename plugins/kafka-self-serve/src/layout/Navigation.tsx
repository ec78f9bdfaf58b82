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
import { kafkaRequestsApiRef } from '../api';
import { rootRouteRef } from '../routes';
import { useOwnSource } from '../source';
import { kafkaSelfServeTranslationRef } from '../translation';
import styles from './layout.module.css';
import { ADMINISTRATION, type Area, AREAS, useArea } from './useArea';

const EVERYTHING = {};

/** The areas of the plugin as tabs, each with an address of its own; the children are what the selected one shows. */
export const Navigation = ({ children }: { children: ReactNode }) => {
  const { t } = useTranslationRef(kafkaSelfServeTranslationRef);
  const root = useRouteRef(rootRouteRef)?.() ?? '';
  const selected = useArea();
  const own = useOwnSource();
  const { isAdministrator } = useAdministration(useApi(kafkaRequestsApiRef));
  const sources = useMemo(() => [own], [own]);
  const { counts, reload } = useMergedCounts(sources, EVERYTHING);
  useRequestSignals({
    pluginIds: useMemo(() => [own.id], [own]),
    onSignal: reload,
  });
  const areas: Area[] = [
    ...AREAS,
    ...(isAdministrator ? [ADMINISTRATION] : []),
  ];
  const waiting = counts?.waitingForMe ?? 0;
  const isTab = selected !== undefined && areas.includes(selected);
  return (
    <>
      <Tabs selectedKey={selected}>
        <TabList className={styles.tabs} aria-label={t('nav.label')}>
          {areas.map(area => (
            <Tab key={area} id={area} href={`${root}/${area}`}>
              {area === 'to-decide' && waiting > 0
                ? t('nav.to-decide-count', { number: String(waiting) })
                : t(`nav.${area}`)}
            </Tab>
          ))}
        </TabList>
        {isTab && <TabPanel id={selected}>{children}</TabPanel>}
      </Tabs>
      {/* Not in the tabs, which draw what is in them twice, but for their panels: once to find the tabs. */}
      {!isTab && (
        <Box px="2" pt="4">
          {children}
        </Box>
      )}
    </>
  );
};
