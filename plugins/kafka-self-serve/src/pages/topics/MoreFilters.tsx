// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Checkbox, CheckboxGroup } from '@backstage/ui';
import { memo } from 'react';
import { TypedField } from '../../parts';
import { kafkaSelfServeTranslationRef } from '../../translation';
import { type Column, COLUMNS } from './columns';
import styles from './topics.module.css';
import type { TopicParameter } from './useTopicQuery';

/** Filters that are seldom used, and the columns; drawn again only when one of them changes. */
export const MoreFilters = memo(
  (props: {
    owner?: string;
    application?: string;
    label?: string;
    columns: Column[];
    onChange: (name: TopicParameter, value: string | undefined) => void;
    onColumns: (columns: string[]) => void;
  }) => {
    const { owner, application, label, columns, onChange, onColumns } = props;
    const { t } = useTranslationRef(kafkaSelfServeTranslationRef);
    const isOpen = Boolean(owner ?? application ?? label);
    return (
      <details open={isOpen}>
        <summary>{t('topics.filters.more')}</summary>
        <div className={styles.filters}>
          <TypedField
            label={t('topics.filters.owner')}
            placeholder={t('topics.filters.ownerText')}
            value={owner ?? ''}
            onChange={text => onChange('owner', ownerOf(text))}
          />
          <TypedField
            label={t('topics.filters.application')}
            value={application ?? ''}
            onChange={text => onChange('application', text.trim())}
          />
          <TypedField
            label={t('topics.filters.label')}
            placeholder={t('topics.filters.labelText')}
            value={label ?? ''}
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
    );
  },
);

/** People write the name of a group; the server takes refs, and `none` for orphans. */
function ownerOf(text: string): string {
  const name = text.trim();
  if (!name || name === 'none' || name.includes(':')) return name;
  return name.includes('/') ? `group:${name}` : `group:default/${name}`;
}
