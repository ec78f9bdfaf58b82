// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type {
  Phase,
  TopicSort,
  TopicsQuery,
} from '@fairway/backstage-plugin-kafka-self-serve-common';
import { useUrlParams } from '@fairway/requests-react';
import { useCallback, useMemo } from 'react';
import { type Column, COLUMNS, STANDARD_COLUMNS } from './columns';

const FILTERS = [
  'q',
  'environment',
  'application',
  'owner',
  'phase',
  'label',
  'mine',
] as const;

export type TopicParameter = (typeof FILTERS)[number] | 'sort' | 'cursor';

const SORTS: TopicSort[] = [
  'name',
  '-name',
  'partitions',
  '-partitions',
  'bytes',
  '-bytes',
];

/** What the list shows, kept in the address so that it can be sent and gone back to. */
export function useTopicQuery() {
  const [params, change] = useUrlParams();
  const query = useMemo((): TopicsQuery => {
    const all = (name: string) => {
      const values = params.getAll(name).filter(Boolean);
      return values.length ? values : undefined;
    };
    return {
      q: params.get('q') ?? undefined,
      environment: all('environment'),
      application: all('application'),
      owner: all('owner'),
      phase: all('phase') as Phase[] | undefined,
      label: all('label'),
      mine: params.has('mine') || undefined,
      sort: SORTS.find(sort => sort === params.get('sort')),
      cursor: params.get('cursor') ?? undefined,
    };
  }, [params]);
  const chosen = params.get('columns');
  const columns = useMemo((): Column[] => {
    if (chosen === null) return STANDARD_COLUMNS;
    const names = chosen.split(',');
    return COLUMNS.filter(column => names.includes(column));
  }, [chosen]);
  const set = useCallback(
    (name: TopicParameter, value: string | undefined) =>
      change(next => {
        if (value) next.set(name, value);
        else next.delete(name);
        // Another list begins with its first page.
        if (name !== 'cursor') next.delete('cursor');
      }),
    [change],
  );
  const setColumns = useCallback(
    (names: string[]) => change(next => next.set('columns', names.join(','))),
    [change],
  );
  const clear = () =>
    change(next => {
      for (const name of [...FILTERS, 'cursor']) next.delete(name);
    });
  const isNarrowed = FILTERS.some(name => query[name] !== undefined);
  return { query, columns, set, setColumns, clear, isNarrowed };
}
