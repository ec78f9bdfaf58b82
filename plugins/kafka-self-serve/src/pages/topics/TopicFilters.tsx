// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Checkbox } from '@backstage/ui';
import type {
  Phase,
  TopicSort,
  TopicsQuery,
} from '@fairway/backstage-plugin-kafka-self-serve-common';
import { memo, useMemo } from 'react';
import { TypedField, useEnvironments } from '../../parts';
import { kafkaSelfServeTranslationRef } from '../../translation';
import type { Column } from './columns';
import { ANY, FilterSelect } from './FilterSelect';
import { MoreFilters } from './MoreFilters';
import styles from './topics.module.css';
import type { TopicParameter } from './useTopicQuery';

const PHASES: Phase[] = [
  'pending',
  'ready',
  'drifted',
  'missing',
  'deleting',
  'failed',
];
const SORTS: TopicSort[] = [
  'name',
  '-name',
  'partitions',
  '-partitions',
  'bytes',
  '-bytes',
];

/** Search and filters of the list of topics, their order and columns. Drawn again when they change: not with the rows. */
export const TopicFilters = memo(
  (props: {
    query: TopicsQuery;
    columns: Column[];
    /** Both kept by the caller. */
    onChange: (name: TopicParameter, value: string | undefined) => void;
    onColumns: (columns: string[]) => void;
  }) => {
    const { query, columns, onChange, onColumns } = props;
    const { t } = useTranslationRef(kafkaSelfServeTranslationRef);
    const { value } = useEnvironments();
    const environments = useMemo(
      () => [
        { value: ANY, label: t('topics.filters.all') },
        ...(value?.items ?? []).map(({ name, displayName }) => ({
          value: name,
          label: displayName,
        })),
      ],
      [t, value],
    );
    const phases = useMemo(
      () => [
        { value: ANY, label: t('topics.filters.anyPhase') },
        ...PHASES.map(phase => ({ value: phase, label: t(`phase.${phase}`) })),
      ],
      [t],
    );
    const sorts = useMemo(
      () =>
        SORTS.map(sort => ({
          value: sort,
          label: t(`topics.filters.sorts.${sort}`),
        })),
      [t],
    );
    return (
      <>
        <div className={styles.filters}>
          <TypedField
            isSearch
            label={t('topics.search')}
            placeholder={t('topics.searchPlaceholder')}
            value={query.q ?? ''}
            onChange={text => onChange('q', text)}
          />
          <FilterSelect
            name="environment"
            label={t('topics.filters.environment')}
            options={environments}
            value={query.environment?.[0] ?? ANY}
            onChange={onChange}
          />
          <FilterSelect
            name="phase"
            label={t('topics.filters.phase')}
            options={phases}
            value={query.phase?.[0] ?? ANY}
            onChange={onChange}
          />
          <FilterSelect
            name="sort"
            label={t('topics.filters.sort')}
            options={sorts}
            value={query.sort ?? 'name'}
            onChange={onChange}
          />
          <Checkbox
            isSelected={Boolean(query.mine)}
            onChange={isSelected =>
              onChange('mine', isSelected ? '1' : undefined)
            }
          >
            {t('topics.filters.mine')}
          </Checkbox>
        </div>
        <MoreFilters
          owner={query.owner?.[0]}
          application={query.application?.[0]}
          label={query.label?.[0]}
          columns={columns}
          onChange={onChange}
          onColumns={onColumns}
        />
      </>
    );
  },
);
