// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { useApi, useTranslationRef } from '@backstage/frontend-plugin-api';
import { Checkbox, Flex, SearchField, Select } from '@backstage/ui';
import type {
  Phase,
  TopicsQuery,
} from '@fairway/backstage-plugin-kafka-self-serve-common';
import { useLoad } from '@fairway/requests-react';
import { useCallback } from 'react';
import { kafkaSelfServeApiRef } from '../../api';
import { kafkaSelfServeTranslationRef } from '../../translation';

const PHASES: Phase[] = [
  'pending',
  'ready',
  'drifted',
  'missing',
  'deleting',
  'failed',
];
const ANY = 'any';

/** Search and filters of the list of topics. */
export const TopicFilters = (props: {
  query: TopicsQuery;
  onChange: (name: string, value: string | undefined) => void;
}) => {
  const { query, onChange } = props;
  const { t } = useTranslationRef(kafkaSelfServeTranslationRef);
  const api = useApi(kafkaSelfServeApiRef);
  const { value } = useLoad(
    useCallback((signal: AbortSignal) => api.environments({ signal }), [api]),
  );
  const choose = (name: string) => (key: unknown) =>
    onChange(name, key === ANY ? undefined : String(key));
  return (
    <Flex gap="3" align="end" style={{ flexWrap: 'wrap' }}>
      <SearchField
        aria-label={t('topics.search')}
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
        selectedKey={query.environment?.[0] ?? ANY}
        onSelectionChange={choose('environment')}
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
        selectedKey={query.phase?.[0] ?? ANY}
        onSelectionChange={choose('phase')}
      />
      <Checkbox
        isSelected={Boolean(query.mine)}
        onChange={isSelected => onChange('mine', isSelected ? '1' : undefined)}
      >
        {t('topics.filters.mine')}
      </Checkbox>
    </Flex>
  );
};
