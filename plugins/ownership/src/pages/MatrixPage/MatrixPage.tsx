// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Button, Flex, Skeleton, Text, VisuallyHidden } from '@backstage/ui';
import { EmptyState, LoadError } from '@fairway/requests-react';
import { useState } from 'react';
import { useSearchParams } from 'react-router-dom';
import { OwnershipPage } from '../../components';
import { ownershipTranslationRef } from '../../translation';
import { CellDialog } from './CellDialog';
import { MatrixFilter, MatrixFilters } from './MatrixFilters';
import { Chosen, MatrixTable } from './MatrixTable';
import { pivot } from './pivot';
import { useMatrix } from './useMatrix';

/** The filters stand in the address, so that a view can be sent to somebody. */
function useFilter() {
  const [search, setSearch] = useSearchParams();
  const filter: MatrixFilter = {
    action: search.get('action') ?? 'service.deploy',
    environment: search.get('environment') ?? undefined,
    service: search.get('service') ?? undefined,
    team: search.get('team') ?? undefined,
    view: search.get('rows') === 'teams' ? 'teams' : 'services',
  };
  const change = (part: Partial<MatrixFilter>) => {
    const { view, ...names } = { ...filter, ...part };
    // Stores are no services: a filter that is not shown may not count.
    if (!names.action.startsWith('service.')) names.service = undefined;
    const filled = Object.entries(names).flatMap(([name, value]) =>
      value ? [[name, value]] : [],
    );
    setSearch([...filled, ['rows', view]] as [string, string][], {
      replace: true,
    });
  };
  return { filter, change };
}

/** Who may do an action to what, where. */
export const MatrixPage = () => {
  const { t } = useTranslationRef(ownershipTranslationRef);
  const { filter, change } = useFilter();
  const { view, ...query } = filter;
  const { value, error, isLoading, reload, loadMore } = useMatrix(query);
  const [chosen, setChosen] = useState<Chosen>();
  const single = Boolean(view === 'teams' ? query.service : query.team);
  const table = value && pivot(value, { view, single });
  const isEmpty = value?.rows.length === 0;
  return (
    <OwnershipPage title={t('matrix.title')} intro={t('matrix.intro')}>
      <MatrixFilters filter={filter} onChange={change} />
      {error && (
        <LoadError
          error={error}
          title={t('matrix.error')}
          notAllowedTitle={t('matrix.notAllowed')}
          onRetry={reload}
          isRetrying={isLoading}
        />
      )}
      {!value && isLoading && (
        <div role="status">
          <VisuallyHidden>{t('matrix.loading')}</VisuallyHidden>
          <Flex direction="column" gap="2" aria-hidden="true">
            {[0, 1, 2, 3, 4].map(row => (
              <Skeleton key={row} width="100%" height={36} />
            ))}
          </Flex>
        </div>
      )}
      {!error && isEmpty && (
        <EmptyState title={t('matrix.empty.title')}>
          {t('matrix.empty.text')}
        </EmptyState>
      )}
      {!error && table && !isEmpty && (
        <div aria-busy={isLoading}>
          <MatrixTable
            {...table}
            view={view}
            label={t('matrix.label', { action: filter.action })}
            onChoose={setChosen}
          />
          {value.rows.length < value.total && (
            <Flex direction="column" gap="2" align="start" mt="3">
              <Text as="p">
                {t('matrix.partial', {
                  shown: String(value.rows.length),
                  total: String(value.total),
                })}
              </Text>
              <Button
                variant="secondary"
                isPending={isLoading}
                onPress={loadMore}
              >
                {t('matrix.more')}
              </Button>
            </Flex>
          )}
        </div>
      )}
      {chosen && (
        <CellDialog
          action={filter.action}
          chosen={chosen}
          onClose={() => setChosen(undefined)}
        />
      )}
    </OwnershipPage>
  );
};
