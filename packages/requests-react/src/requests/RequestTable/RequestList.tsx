// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Table } from '@backstage/ui';
import type { MergedRequests } from '../sources';
import { fairwayRequestsTranslationRef } from '../translation';
import styles from './RequestTable.module.css';
import { type SparedColumn, useRequestColumns } from './useRequestColumns';

const PAGE_SIZES = [20, 50, 100];

/** A page of a merged list as a table. */
export const RequestList = (props: {
  list: MergedRequests;
  /** Id of the heading: the table itself is always named "Data table". */
  labelledBy: string;
  without: readonly SparedColumn[];
  pageSize: number;
  onPageSizeChange: (pageSize: number) => void;
}) => {
  const { list, labelledBy, without, pageSize, onPageSizeChange } = props;
  const { items, isLoading, hasNextPage, hasPreviousPage } = list;
  const { t } = useTranslationRef(fairwayRequestsTranslationRef);
  const columns = useRequestColumns(without);
  const isPaged =
    hasNextPage || hasPreviousPage || pageSize !== PAGE_SIZES[0] || isLoading;
  return (
    // The table never says that it is busy; the region does.
    <section
      className={styles.list}
      aria-labelledby={labelledBy}
      aria-busy={isLoading}
    >
      <Table
        columnConfig={columns}
        data={items}
        isPending={!items}
        isStale={!!items && isLoading}
        pagination={
          isPaged && items
            ? {
                type: 'page',
                pageSize,
                pageSizeOptions: PAGE_SIZES.map(value => ({
                  value,
                  label: t('table.pageSize', { number: String(value) }),
                })),
                onPageSizeChange,
                hasNextPage,
                hasPreviousPage,
                onNextPage: list.nextPage,
                onPreviousPage: list.previousPage,
                showPaginationLabel: false,
                getLabel: () => t('table.results', { count: items.length }),
              }
            : { type: 'none' }
        }
      />
    </section>
  );
};
