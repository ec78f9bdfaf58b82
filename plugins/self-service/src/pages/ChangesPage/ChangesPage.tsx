// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import {
  useApi,
  useRouteRef,
  useTranslationRef,
} from '@backstage/frontend-plugin-api';
import { ButtonLink, Flex, Table, Text, useTable } from '@backstage/ui';
import type { Change } from '@fairway/backstage-plugin-self-service-common';
import { useId } from 'react';
import { EmptyState, LoadError } from '@fairway/requests-react';
import { selfServiceApiRef } from '../../api';
import { createExternal } from '../../routes';
import { selfServiceTranslationRef } from '../../translation';
import { useChangeColumns } from './useChangeColumns';

const PAGE_SIZES = [20, 50, 100];

/** The changes of the person and of the person's teams, newest first. */
export const ChangesPage = () => {
  const { t } = useTranslationRef(selfServiceTranslationRef);
  const selfService = useApi(selfServiceApiRef);
  const createLink = useRouteRef(createExternal);
  const headingId = useId();
  const columns = useChangeColumns();
  const { tableProps, reload } = useTable<Change>({
    mode: 'cursor',
    getData: async ({ cursor, pageSize, signal }) => {
      const page = await selfService.listChanges(
        { cursor, limit: pageSize },
        { signal },
      );
      return { data: page.items, nextCursor: page.nextCursor };
    },
    paginationOptions: {
      pageSize: PAGE_SIZES[0],
      pageSizeOptions: PAGE_SIZES,
      showPaginationLabel: false,
    },
  });
  const { data, error, isPending, pagination } = tableProps;
  const isEmpty = !isPending && data?.length === 0;
  const isOnePage =
    pagination.type === 'page' &&
    !pagination.hasNextPage &&
    !pagination.hasPreviousPage;
  const order = createLink && (
    <ButtonLink variant="primary" href={createLink()}>
      {t('changes.order')}
    </ButtonLink>
  );

  return (
    <Flex direction="column" gap="4">
      <Flex align="center" justify="between" gap="3">
        <Text as="h2" id={headingId} variant="title-small">
          {t('changes.title')}
        </Text>
        {!isEmpty && order}
      </Flex>
      {error && (
        <LoadError
          error={error}
          title={t('changes.error')}
          notAllowedTitle={t('changes.notAllowed')}
          onRetry={reload}
        />
      )}
      {!error && isEmpty && (
        <EmptyState title={t('changes.empty.title')} action={order}>
          {t('changes.empty.text')}
        </EmptyState>
      )}
      {!error && !isEmpty && (
        // The table itself is always named "Data table" and never says that it is busy; the region does.
        <section aria-labelledby={headingId} aria-busy={isPending}>
          <Table
            {...tableProps}
            columnConfig={columns}
            pagination={isOnePage ? { type: 'none' } : pagination}
          />
        </section>
      )}
    </Flex>
  );
};
