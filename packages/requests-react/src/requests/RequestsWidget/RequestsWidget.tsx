// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Flex } from '@backstage/ui';
import type { RequestFilters } from '@fairway/requests-common';
import type { RequestSource } from '../sources';
import { fairwayRequestsTranslationRef } from '../translation';
import { WidgetList } from './WidgetList';

const TO_DECIDE: RequestFilters = { waitingForMe: true };
const MINE: RequestFilters = { mine: true };

/** @public */
export interface RequestsWidgetProps {
  /** Kept by the caller: `useRequestSources()`. */
  sources: RequestSource[];
  /** Path of the list of what is to be decided. */
  toDecideHref?: string;
  /** Path of the list of one's own. */
  mineHref?: string;
  /** Requests per list; 5 if left out. */
  count?: number;
}

/** For a start page: what waits for the person's decision, and what they asked for, of all sources. @public */
export const RequestsWidget = (props: RequestsWidgetProps) => {
  const { sources, toDecideHref, mineHref, count = 5 } = props;
  const { t } = useTranslationRef(fairwayRequestsTranslationRef);
  return (
    <Flex direction="column" gap="5">
      <WidgetList
        title={t('widget.toDecide')}
        empty={t('widget.nothingToDecide')}
        sources={sources}
        filters={TO_DECIDE}
        count={count}
        href={toDecideHref}
      />
      <WidgetList
        title={t('widget.mine')}
        empty={t('widget.nothingMine')}
        sources={sources}
        filters={MINE}
        count={count}
        href={mineHref}
      />
    </Flex>
  );
};
