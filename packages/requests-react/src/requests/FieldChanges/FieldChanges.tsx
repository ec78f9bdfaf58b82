// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { FieldChange } from '@fairway/requests-common';
import { ScrollTable } from '../../components';
import { DiffText } from '../../components/DiffView/DiffText';
import { useLanguage } from '../../components/RelativeTime/useLanguage';
import { fairwayRequestsTranslationRef } from '../translation';
import styles from './FieldChanges.module.css';
import { valueInWords } from './valueInWords';

function changeOf({ before, after }: FieldChange) {
  if (before === undefined) return 'added';
  return after === undefined ? 'removed' : 'changed';
}

const Value = (props: { className: string; path: string; value?: string }) => {
  const { className, path, value } = props;
  const language = useLanguage();
  const { t } = useTranslationRef(fairwayRequestsTranslationRef);
  if (value === undefined) return <td>{t('fields.nothing')}</td>;
  const words = valueInWords(path, value, language);
  return (
    <td>
      <code className={className}>
        <DiffText text={value} />
      </code>
      {words && <span className={styles.words}>{` ${words}`}</span>}
    </td>
  );
};

/** Fields before and after; what became of each is said in words, and invisible characters are made visible. @public */
export const FieldChanges = (props: { fields: FieldChange[] }) => {
  const { t } = useTranslationRef(fairwayRequestsTranslationRef);
  return (
    <ScrollTable
      label={t('fields.label')}
      columns={[
        t('fields.path'),
        t('fields.change'),
        t('fields.before'),
        t('fields.after'),
      ]}
    >
      {props.fields.map(field => (
        <tr key={field.path}>
          <th scope="row">{field.path}</th>
          <td>{t(`fields.${changeOf(field)}`)}</td>
          <Value
            className={styles.before}
            path={field.path}
            value={field.before}
          />
          <Value
            className={styles.after}
            path={field.path}
            value={field.after}
          />
        </tr>
      ))}
    </ScrollTable>
  );
};
