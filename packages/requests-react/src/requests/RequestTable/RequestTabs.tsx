// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Tab, TabList, TabPanel, Tabs } from '@backstage/ui';
import type { RequestCounts } from '@fairway/requests-common';
import type { ReactNode } from 'react';
import { fairwayRequestsTranslationRef } from '../translation';
import styles from './RequestTable.module.css';
import { STATE_TABS, type RequestStateTab } from './stateTabs';

/** The parts of a list by state, with their counts; `children` is the part that is chosen. @public */
export const RequestTabs = (props: {
  tabs: RequestStateTab[];
  selected: RequestStateTab;
  /** Left out while they are not known. */
  counts?: RequestCounts;
  onSelect: (tab: RequestStateTab) => void;
  children: ReactNode;
}) => {
  const { tabs, selected, counts, onSelect, children } = props;
  const { t } = useTranslationRef(fairwayRequestsTranslationRef);
  return (
    <Tabs
      selectedKey={selected}
      onSelectionChange={key => onSelect(key as RequestStateTab)}
    >
      <TabList className={styles.tabs} aria-label={t('tabs.label')}>
        {tabs.map(tab => {
          const { key } = STATE_TABS[tab];
          const label = t(`tabs.${key}`);
          return (
            <Tab key={tab} id={tab}>
              {counts
                ? t('tabs.withCount', { label, number: String(counts[key]) })
                : label}
            </Tab>
          );
        })}
      </TabList>
      <TabPanel id={selected}>{children}</TabPanel>
    </Tabs>
  );
};
