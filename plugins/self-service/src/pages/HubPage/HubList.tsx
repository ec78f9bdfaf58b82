// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { useApi, useTranslationRef } from '@backstage/frontend-plugin-api';
import { Button, Flex, Text } from '@backstage/ui';
import type { ActionsAnswer } from '@fairway/backstage-plugin-self-service-common';
import {
  EmptyState,
  ErrorPanel,
  useLoad,
  useUrlParams,
} from '@fairway/requests-react';
import { useCallback } from 'react';
import { actionsApiRef } from '../../api';
import { selfServiceTranslationRef } from '../../translation';
import { ActionCard } from './ActionCard';
import { filterActions, type HubFilter, VIEWS } from './filterActions';
import { HubFilters } from './HubFilters';
import styles from './HubPage.module.css';
import { usePinned } from './usePinned';

/** In the address, so that a view can be sent to somebody. */
function useFilter() {
  const [params, change] = useUrlParams();
  const filter: HubFilter = {
    text: params.get('text') ?? '',
    category: params.get('category') ?? undefined,
    view: VIEWS.find(view => view === params.get('show')) ?? 'all',
  };
  const set = (next: HubFilter) =>
    change(query => {
      const values = {
        text: next.text,
        category: next.category,
        show: next.view === 'all' ? undefined : next.view,
      };
      for (const [name, value] of Object.entries(values)) {
        if (value) query.set(name, value);
        else query.delete(name);
      }
    });
  return { filter, set };
}

/** The cards of the actions that fit. */
export const HubList = (props: ActionsAnswer) => {
  const { items, invalid } = props;
  const { t } = useTranslationRef(selfServiceTranslationRef);
  const api = useApi(actionsApiRef);
  const { filter, set } = useFilter();
  const { pinned, toggle } = usePinned();
  const load = useCallback(
    (signal: AbortSignal) => api.statistics({ signal }),
    [api],
  );
  const statistics = useLoad(load);
  const { recent = [], items: durations = [] } = statistics.value ?? {};
  const found = filterActions(items, filter, { recent, pinned });
  return (
    <Flex direction="column" gap="4">
      {items.length === 0 ? (
        <EmptyState title={t('hub.empty.title')}>
          {t('hub.empty.text')}
        </EmptyState>
      ) : (
        <>
          <HubFilters
            filter={filter}
            categories={[...new Set(items.map(each => each.category))].sort()}
            onChange={set}
          />
          <Text as="p" role="status" variant="body-small" color="secondary">
            {t('hub.found', {
              found: String(found.length),
              all: String(items.length),
            })}
          </Text>
          {statistics.error && (
            <ErrorPanel
              title={t('hub.statisticsError')}
              error={statistics.error}
              onRetry={statistics.reload}
              isRetrying={statistics.isLoading}
            />
          )}
          {found.length === 0 ? (
            <EmptyState
              title={t('hub.noMatch.title')}
              action={
                <Button
                  variant="secondary"
                  onPress={() => set({ text: '', view: 'all' })}
                >
                  {t('hub.noMatch.clear')}
                </Button>
              }
            >
              {t('hub.noMatch.text')}
            </EmptyState>
          ) : (
            <ul className={styles.cards} aria-label={t('hub.label')}>
              {found.map(action => (
                <ActionCard
                  key={action.templateRef}
                  action={action}
                  medianSeconds={
                    durations.find(
                      ({ templateRef }) => templateRef === action.templateRef,
                    )?.medianSeconds
                  }
                  isPinned={pinned.includes(action.templateRef)}
                  onPin={() => toggle(action.templateRef)}
                />
              ))}
            </ul>
          )}
        </>
      )}
      {invalid.length > 0 && (
        <details>
          <summary>{t('hub.invalid')}</summary>
          <ul>
            {invalid.map(({ templateRef, title, problems }) => (
              <li key={templateRef}>
                {title}: {problems.join('; ')}
              </li>
            ))}
          </ul>
        </details>
      )}
    </Flex>
  );
};
