// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Button, Flex } from '@backstage/ui';
import type { KafkaPage } from '@fairway/backstage-plugin-kafka-self-serve-common';
import { EmptyState, ScrollTable, useLoad } from '@fairway/requests-react';
import { type ReactNode, useCallback, useState } from 'react';
import { kafkaSelfServeTranslationRef } from '../translation';
import { SnapshotAge } from '../words';
import { LoadedPart } from './LoadedPart';
import { ListFilters } from './ListFilters';
import { Pager } from './Pager';
import { type ListQuery, useListQuery } from './useListQuery';

/** A list of something on the clusters: searched, filtered and paged by the server, with the age of what it shows. */
export function PagedList<T>(props: {
  words: {
    label: string;
    search: string;
    loading: string;
    error: string;
    notAllowed: string;
  };
  empty: { title: string; text: string; action?: ReactNode };
  columns: string[];
  /** Kept by the caller, in a `useCallback`. */
  load: (query: ListQuery, signal: AbortSignal) => Promise<KafkaPage<T>>;
  /** A `tr` with its key. `reload` after it changed something. */
  row: (item: T, reload: () => void) => ReactNode;
  withMine?: boolean;
  /** Keeps what is looked for here in place of the address, where several lists are on a page. */
  isPart?: boolean;
}) {
  const { words, empty, columns, load, row, withMine, isPart } = props;
  const { t } = useTranslationRef(kafkaSelfServeTranslationRef);
  const inAddress = useListQuery();
  const [here, setHere] = useState<ListQuery>({});
  const query = isPart ? here : inAddress.query;
  const set = (name: keyof ListQuery, value: string | undefined) => {
    if (!isPart) inAddress.set(name, value);
    else if (name === 'environment')
      setHere({
        ...here,
        cursor: undefined,
        environment: value ? [value] : undefined,
      });
    else setHere({ ...here, cursor: undefined, [name]: value });
  };
  const clear = () => (isPart ? setHere({}) : inAddress.clear());
  const isNarrowed = Boolean(query.q || query.environment || query.mine);
  const loaded = useLoad(
    useCallback((signal: AbortSignal) => load(query, signal), [load, query]),
  );
  return (
    <Flex direction="column" gap="3">
      <ListFilters
        search={words.search}
        query={query}
        onChange={set}
        withMine={withMine}
      />
      <LoadedPart loaded={loaded} words={words}>
        {page => (
          <>
            <SnapshotAge snapshots={page.snapshots} />
            {page.items.length === 0 && isNarrowed && (
              <EmptyState
                title={t('lists.noMatch.title')}
                action={
                  <Button variant="secondary" onPress={clear}>
                    {t('lists.noMatch.clear')}
                  </Button>
                }
              >
                {t('lists.noMatch.text')}
              </EmptyState>
            )}
            {page.items.length === 0 && !isNarrowed && (
              <EmptyState title={empty.title} action={empty.action}>
                {empty.text}
              </EmptyState>
            )}
            {page.items.length > 0 && (
              <>
                <ScrollTable label={words.label} columns={columns}>
                  {page.items.map(item => row(item, loaded.reload))}
                </ScrollTable>
                <Pager page={page} onCursor={cursor => set('cursor', cursor)} />
              </>
            )}
          </>
        )}
      </LoadedPart>
    </Flex>
  );
}
