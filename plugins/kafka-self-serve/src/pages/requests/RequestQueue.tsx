// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Flex, Tab, TabList, TabPanel, Tabs } from '@backstage/ui';
import {
  ExportButtons,
  RequestFiltersBar,
  ScrollTable,
  useLoad,
  useMergedCounts,
  useRequestFilters,
  useRequestSignals,
  useUrlParams,
} from '@fairway/requests-react';
import { useCallback, useMemo, useState } from 'react';
import { LoadedPart, useEnvironments } from '../../parts';
import { Pager } from '../../parts/Pager';
import { useOwnSource } from '../../source';
import { KIND_WORDS } from '../../source/kindWords';
import { kafkaSelfServeTranslationRef } from '../../translation';
import styles from '../../layout/layout.module.css';
import { countOf, type Part, PART_FILTERS, PARTS } from './parts';
import { Nothing } from './Nothing';
import { QueueRow } from './QueueRow';

const COLUMNS = [
  'request',
  'state',
  'waitingFor',
  'requester',
  'environment',
  'kind',
  'risk',
  'age',
] as const;

const KINDS = Object.entries(KIND_WORDS).map(([value, label]) => ({
  value,
  label,
}));

/** Every request by its state, those that wait the longest first; the counters are those of the filters. */
export const RequestQueue = () => {
  const { t } = useTranslationRef(kafkaSelfServeTranslationRef);
  const own = useOwnSource();
  const sources = useMemo(() => [own], [own]);
  const state = useRequestFilters();
  const [params, change] = useUrlParams();
  const part: Part =
    PARTS.find(each => each === params.get('part')) ?? 'pending';
  const { countFilters, isFiltered } = state;
  const filters = useMemo(
    () => ({ ...countFilters, ...PART_FILTERS[part] }),
    [countFilters, part],
  );
  const [page, setPage] = useState<{ of: object; cursor?: string }>();
  // Another list begins with its first page.
  const cursor = page?.of === filters ? page.cursor : undefined;
  const loaded = useLoad(
    useCallback(
      (signal: AbortSignal) =>
        own.api.list(
          {
            ...filters,
            cursor,
            order: part === 'pending' ? 'oldest' : 'newest',
          },
          { signal },
        ),
      [own, filters, cursor, part],
    ),
  );
  const { counts, reload: reloadCounts } = useMergedCounts(
    sources,
    countFilters,
  );
  const { reload } = loaded;
  useRequestSignals({
    pluginIds: useMemo(() => [own.id], [own]),
    onSignal: useCallback(() => {
      reload();
      reloadCounts();
    }, [reload, reloadCounts]),
  });
  const { value: environments } = useEnvironments();
  const requesters = [
    ...new Set(loaded.value?.items.map(({ requesterRef }) => requesterRef)),
  ];
  return (
    <>
      <ExportButtons api={own.api} filters={filters} />
      <RequestFiltersBar
        state={state}
        kinds={KINDS}
        environments={(environments?.items ?? []).map(
          ({ environment, displayName }) => ({
            value: environment,
            label: displayName,
          }),
        )}
        requesters={requesters.map(ref => ({ value: ref, label: ref }))}
      />
      <Tabs
        selectedKey={part}
        onSelectionChange={key => change(next => next.set('part', String(key)))}
      >
        <TabList className={styles.tabs} aria-label={t('requests.all.label')}>
          {PARTS.map(each => {
            const label = t(`requests.all.parts.${each}`);
            return (
              <Tab key={each} id={each}>
                {counts
                  ? t('requests.all.partCount', {
                      label,
                      number: String(countOf(counts, each)),
                    })
                  : label}
              </Tab>
            );
          })}
        </TabList>
        <TabPanel id={part}>
          <LoadedPart
            loaded={loaded}
            words={{
              loading: t('requests.all.loading'),
              error: t('requests.all.error'),
              notAllowed: t('requests.all.notAllowed'),
            }}
          >
            {({ items, nextCursor, prevCursor }) =>
              items.length === 0 ? (
                <Nothing
                  isFiltered={isFiltered}
                  part={part}
                  onClear={() => state.clear()}
                  onAll={() => change(next => next.set('part', 'all'))}
                />
              ) : (
                <Flex direction="column" gap="3">
                  <ScrollTable
                    label={t('requests.all.title')}
                    columns={COLUMNS.map(column =>
                      t(`requests.all.columns.${column}`),
                    )}
                  >
                    {items.map(request => (
                      <QueueRow key={request.id} request={request} />
                    ))}
                  </ScrollTable>
                  <Pager
                    page={{ nextCursor, prevCursor }}
                    onCursor={next => setPage({ of: filters, cursor: next })}
                  />
                </Flex>
              )
            }
          </LoadedPart>
        </TabPanel>
      </Tabs>
    </>
  );
};
