// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Button, SearchField, Select } from '@backstage/ui';
import { useDelayedText } from '../../hooks';
import { fairwayRequestsTranslationRef } from '../translation';
import styles from './RequestTable.module.css';
import type { RequestFilterState } from './useRequestFilters';

/** A choice of a filter. @public */
export interface RequestFilterOption {
  value: string;
  label: string;
}

const Choice = (props: {
  label: string;
  anyLabel: string;
  options: RequestFilterOption[];
  value?: string;
  onChange: (value?: string) => void;
}) => {
  const { label, anyLabel, options, value, onChange } = props;
  const known = !value || options.some(option => option.value === value);
  return (
    <Select
      label={label}
      options={[
        { value: '', label: anyLabel },
        ...options,
        // From the URL: what filters has to be seen.
        ...(known ? [] : [{ value, label: value }]),
      ]}
      value={value ?? ''}
      onChange={chosen => onChange(chosen ? String(chosen) : undefined)}
    />
  );
};

/** Search, kind, environment and requester of a list; the values are in the URL. @public */
export const RequestFiltersBar = (props: {
  state: RequestFilterState;
  kinds: RequestFilterOption[];
  environments: RequestFilterOption[];
  /** Beside "Anybody" and "Me". */
  requesters: RequestFilterOption[];
  /** Where the list is already of one environment. */
  withoutEnvironment?: boolean;
  /** Where the list is already of one person. */
  withoutRequester?: boolean;
}) => {
  const { state, kinds, environments, requesters } = props;
  const { withoutEnvironment, withoutRequester } = props;
  const { values, update, clear, isFiltered } = state;
  const { t } = useTranslationRef(fairwayRequestsTranslationRef);
  const [text, setText] = useDelayedText(values.text, typed =>
    update({ text: typed }),
  );
  return (
    <div
      role="search"
      aria-label={t('filters.label')}
      className={styles.filters}
    >
      <SearchField
        label={t('filters.text')}
        placeholder={t('filters.textPlaceholder')}
        size="small"
        value={text}
        onChange={setText}
      />
      {(kinds.length > 1 || values.kind) && (
        <Choice
          label={t('filters.kind')}
          anyLabel={t('filters.any')}
          options={kinds}
          value={values.kind}
          onChange={kind => update({ kind })}
        />
      )}
      {!withoutEnvironment && (
        <Choice
          label={t('filters.environment')}
          anyLabel={t('filters.any')}
          options={environments}
          value={values.environment}
          onChange={environment => update({ environment })}
        />
      )}
      {!withoutRequester && (
        <Choice
          label={t('filters.requester')}
          anyLabel={t('filters.anybody')}
          options={[{ value: 'me', label: t('filters.me') }, ...requesters]}
          value={values.requester}
          onChange={requester => update({ requester })}
        />
      )}
      {isFiltered && (
        <Button variant="tertiary" onPress={() => clear()}>
          {t('filters.clear')}
        </Button>
      )}
    </div>
  );
};
