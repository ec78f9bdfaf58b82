// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { useApi, useTranslationRef } from '@backstage/frontend-plugin-api';
import { Checkbox, CheckboxGroup, Select } from '@backstage/ui';
import type {
  Phase,
  TopicSort,
  TopicsQuery,
} from '@fairway/backstage-plugin-kafka-self-serve-common';
import { useLoad } from '@fairway/requests-react';
import { useCallback } from 'react';
import { kafkaSelfServeApiRef } from '../../api';
import { kafkaSelfServeTranslationRef } from '../../translation';
import { type Column, COLUMNS } from './columns';
import styles from './topics.module.css';
import { TypedField } from './TypedField';
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
const ANY = 'any';

/** Search and filters of the list of topics, their order and columns. */
export const TopicFilters = (props: {
  query: TopicsQuery;
  columns: Column[];
  onChange: (name: TopicParameter, value: string | undefined) => void;
  onColumns: (columns: string[]) => void;
}) => {
  const { query, columns, onChange, onColumns } = props;
  const { t } = useTranslationRef(kafkaSelfServeTranslationRef);
  const api = useApi(kafkaSelfServeApiRef);
  const { value } = useLoad(
    useCallback((signal: AbortSignal) => api.environments({ signal }), [api]),
  );
  const choose = (name: TopicParameter) => (key: unknown) =>
    onChange(name, key === ANY ? undefined : String(key));
  const isOpen = Boolean(query.owner ?? query.application ?? query.label);
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
        <Select
          label={t('topics.filters.environment')}
          options={[
            { value: ANY, label: t('topics.filters.all') },
            ...(value?.items ?? []).map(({ name, displayName }) => ({
              value: name,
              label: displayName,
            })),
          ]}
          value={query.environment?.[0] ?? ANY}
          onChange={choose('environment')}
        />
        <Select
          label={t('topics.filters.phase')}
          options={[
            { value: ANY, label: t('topics.filters.anyPhase') },
            ...PHASES.map(phase => ({
              value: phase,
              label: t(`phase.${phase}`),
            })),
          ]}
          value={query.phase?.[0] ?? ANY}
          onChange={choose('phase')}
        />
        <Select
          label={t('topics.filters.sort')}
          options={SORTS.map(sort => ({
            value: sort,
            label: t(`topics.filters.sorts.${sort}`),
          }))}
          value={query.sort ?? 'name'}
          onChange={choose('sort')}
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
      <details open={isOpen}>
        <summary>{t('topics.filters.more')}</summary>
        <div className={styles.filters}>
          <TypedField
            label={t('topics.filters.owner')}
            placeholder={t('topics.filters.ownerText')}
            value={query.owner?.[0] ?? ''}
            onChange={text => onChange('owner', ownerOf(text))}
          />
          <TypedField
            label={t('topics.filters.application')}
            value={query.application?.[0] ?? ''}
            onChange={text => onChange('application', text.trim())}
          />
          <TypedField
            label={t('topics.filters.label')}
            placeholder={t('topics.filters.labelText')}
            value={query.label?.[0] ?? ''}
            onChange={text => onChange('label', text.trim())}
          />
          <CheckboxGroup
            label={t('topics.filters.columns')}
            orientation="horizontal"
            className={styles.columns}
            value={columns}
            onChange={onColumns}
          >
            {COLUMNS.map(column => (
              <Checkbox key={column} value={column}>
                {t(`topics.columns.${column}`)}
              </Checkbox>
            ))}
          </CheckboxGroup>
        </div>
      </details>
    </>
  );
};

/** People write the name of a group; the server takes refs, and `none` for orphans. */
export function ownerOf(text: string): string {
  const name = text.trim();
  if (!name || name === 'none' || name.includes(':')) return name;
  return name.includes('/') ? `group:${name}` : `group:default/${name}`;
}
