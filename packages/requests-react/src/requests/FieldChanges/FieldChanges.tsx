// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { FieldChange } from '@fairway/requests-common';
import { ScrollTable } from '../../components';
import { DiffText } from '../../components/DiffView/DiffText';
import { fairwayRequestsTranslationRef } from '../translation';
import styles from './FieldChanges.module.css';

function changeOf({ before, after }: FieldChange) {
  if (before === undefined) return 'added';
  return after === undefined ? 'removed' : 'changed';
}

const Value = (props: { className: string; value?: string }) => {
  const { className, value } = props;
  const { t } = useTranslationRef(fairwayRequestsTranslationRef);
  if (value === undefined) return <td>{t('fields.nothing')}</td>;
  return (
    <td>
      <code className={className}>
        <DiffText text={value} />
      </code>
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
          <Value className={styles.before} value={field.before} />
          <Value className={styles.after} value={field.after} />
        </tr>
      ))}
    </ScrollTable>
  );
};
