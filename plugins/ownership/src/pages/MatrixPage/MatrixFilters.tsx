// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Select, ToggleButton, ToggleButtonGroup } from '@backstage/ui';
import { OWNERSHIP_ACTIONS } from '@fairway/backstage-plugin-ownership-common';
import { useNames } from '../../hooks/useNames';
import { ownershipTranslationRef } from '../../translation';
import styles from './MatrixPage.module.css';
import type { MatrixView } from './pivot';

export interface MatrixFilter {
  action: string;
  environment?: string;
  service?: string;
  team?: string;
  view: MatrixView;
}

/** No name of a policy: those begin with a letter or digit. */
const ALL = '-';

/** What to show of the matrix. */
export const MatrixFilters = (props: {
  filter: MatrixFilter;
  onChange: (part: Partial<MatrixFilter>) => void;
}) => {
  const { filter, onChange } = props;
  const { t } = useTranslationRef(ownershipTranslationRef);
  const { names } = useNames();
  const pick = (name: 'environment' | 'service' | 'team', known: string[]) => {
    const value = filter[name];
    const options = value && !known.includes(value) ? [value, ...known] : known;
    return (
      <Select
        label={t(`matrix.filter.${name}`)}
        options={[
          { value: ALL, label: t('matrix.filter.all') },
          ...options.map(option => ({ value: option, label: option })),
        ]}
        value={value ?? ALL}
        onChange={key =>
          onChange({ [name]: key === ALL ? undefined : String(key) })
        }
      />
    );
  };
  return (
    <search aria-label={t('matrix.filter.label')}>
      <div className={styles.filters}>
        <Select
          label={t('form.action')}
          options={OWNERSHIP_ACTIONS.map(action => ({
            value: action,
            label: action,
          }))}
          value={filter.action}
          onChange={action => onChange({ action: String(action) })}
        />
        {pick('team', names.teams)}
        {filter.action.startsWith('service.') &&
          pick('service', names.services)}
        {pick('environment', names.environments)}
        <ToggleButtonGroup
          aria-label={t('matrix.view.label')}
          selectionMode="single"
          disallowEmptySelection
          selectedKeys={[filter.view]}
          onSelectionChange={([view]) => onChange({ view: view as MatrixView })}
        >
          <ToggleButton id="services">{t('matrix.view.services')}</ToggleButton>
          <ToggleButton id="teams">{t('matrix.view.teams')}</ToggleButton>
        </ToggleButtonGroup>
      </div>
    </search>
  );
};
