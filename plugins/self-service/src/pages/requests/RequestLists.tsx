// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { useRouteRef, useTranslationRef } from '@backstage/frontend-plugin-api';
import { Tab, TabList, TabPanel, Tabs } from '@backstage/ui';
import {
  useMergedCounts,
  useRequestSignals,
  useRequestSources,
} from '@fairway/requests-react';
import { useMemo } from 'react';
import {
  allRequestsRouteRef,
  requestsRouteRef,
  toDecideRouteRef,
} from '../../routes';
import { selfServiceTranslationRef } from '../../translation';
import { AllRequests } from './AllRequests';
import { MyRequests } from './MyRequests';
import { ToDecide } from './ToDecide';

const LISTS = { mine: MyRequests, 'to-decide': ToDecide, all: AllRequests };
const EVERYTHING = {};

/** The lists of requests as tabs, each with an address of its own. */
export const RequestLists = (props: { selected: keyof typeof LISTS }) => {
  const { selected } = props;
  const { t } = useTranslationRef(selfServiceTranslationRef);
  const mineLink = useRouteRef(requestsRouteRef);
  const toDecideLink = useRouteRef(toDecideRouteRef);
  const allLink = useRouteRef(allRequestsRouteRef);
  const sources = useRequestSources();
  const { counts, reload } = useMergedCounts(sources, EVERYTHING);
  useRequestSignals({
    pluginIds: useMemo(() => sources.map(({ id }) => id), [sources]),
    onSignal: reload,
  });
  const List = LISTS[selected];
  return (
    <Tabs selectedKey={selected}>
      <TabList aria-label={t('requests.tabs.label')}>
        <Tab id="mine" href={mineLink?.()}>
          {t('requests.tabs.mine')}
        </Tab>
        <Tab id="to-decide" href={toDecideLink?.()}>
          {counts
            ? t('requests.tabs.toDecideWithCount', {
                number: String(counts.waitingForMe),
              })
            : t('requests.tabs.toDecide')}
        </Tab>
        <Tab id="all" href={allLink?.()}>
          {t('requests.tabs.all')}
        </Tab>
      </TabList>
      <TabPanel id={selected}>
        <List />
      </TabPanel>
    </Tabs>
  );
};
