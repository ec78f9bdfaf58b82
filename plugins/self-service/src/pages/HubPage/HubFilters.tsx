// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  SearchField,
  Select,
  ToggleButton,
  ToggleButtonGroup,
} from '@backstage/ui';
import { selfServiceTranslationRef } from '../../translation';
import { type HubFilter, type HubView, VIEWS } from './filterActions';
import styles from './HubPage.module.css';

/** No category is called so. */
const ALL = '';

/** Search, category, and which of the lists. */
export const HubFilters = (props: {
  filter: HubFilter;
  categories: string[];
  onChange: (filter: HubFilter) => void;
}) => {
  const { filter, categories, onChange } = props;
  const { t } = useTranslationRef(selfServiceTranslationRef);
  return (
    <div className={styles.filters}>
      <SearchField
        className={styles.search}
        aria-label={t('hub.search')}
        placeholder={t('hub.searchPlaceholder')}
        value={filter.text}
        onChange={text => onChange({ ...filter, text })}
      />
      <Select
        aria-label={t('hub.category')}
        options={[
          { value: ALL, label: t('hub.allCategories') },
          ...categories.map(value => ({ value, label: value })),
        ]}
        value={filter.category ?? ALL}
        onChange={key =>
          onChange({
            ...filter,
            category: key === ALL ? undefined : String(key),
          })
        }
      />
      <ToggleButtonGroup
        aria-label={t('hub.show')}
        selectionMode="single"
        disallowEmptySelection
        selectedKeys={[filter.view]}
        onSelectionChange={keys => {
          const [view] = keys as Set<HubView>;
          if (view) onChange({ ...filter, view });
        }}
      >
        {VIEWS.map(view => (
          <ToggleButton key={view} id={view}>
            {t(`hub.views.${view}`)}
          </ToggleButton>
        ))}
      </ToggleButtonGroup>
    </div>
  );
};
