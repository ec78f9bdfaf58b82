// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Checkbox, Select } from '@backstage/ui';
import { kafkaSelfServeTranslationRef } from '../translation';
import styles from './parts.module.css';
import { TypedField } from './TypedField';
import { useEnvironments } from './useEnvironments';
import type { ListQuery } from './useListQuery';

const ANY = 'any';

/** Search, environment and whose, of a list. */
export const ListFilters = (props: {
  /** What is searched, in words. */
  search: string;
  query: ListQuery;
  onChange: (name: keyof ListQuery, value: string | undefined) => void;
  /** Whether the list knows whose something is. */
  withMine?: boolean;
}) => {
  const { search, query, onChange, withMine } = props;
  const { t } = useTranslationRef(kafkaSelfServeTranslationRef);
  const { value } = useEnvironments();
  return (
    <div className={styles.row}>
      <TypedField
        isSearch
        label={search}
        placeholder={t('lists.placeholder')}
        value={query.q ?? ''}
        onChange={text => onChange('q', text)}
      />
      <Select
        label={t('lists.environment')}
        options={[
          { value: ANY, label: t('lists.allEnvironments') },
          ...(value?.items ?? []).map(({ name, displayName }) => ({
            value: name,
            label: displayName,
          })),
        ]}
        selectedKey={query.environment?.[0] ?? ANY}
        onSelectionChange={key =>
          onChange('environment', key === ANY ? undefined : String(key))
        }
      />
      {withMine && (
        <Checkbox
          isSelected={Boolean(query.mine)}
          onChange={isOn => onChange('mine', isOn ? '1' : undefined)}
        >
          {t('lists.mine')}
        </Checkbox>
      )}
    </div>
  );
};
