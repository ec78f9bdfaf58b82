// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Button, VisuallyHidden } from '@backstage/ui';
import { useId } from 'react';
import { selfServiceTranslationRef } from '../../translation';
import styles from './AuditPage.module.css';
import type { Period } from './usePeriod';

const DayField = (props: {
  label: string;
  value: string;
  onChange: (day: string) => void;
}) => {
  const { label, value, onChange } = props;
  const id = useId();
  return (
    <div className={styles.date}>
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        type="date"
        value={value}
        onChange={event => onChange(event.target.value)}
      />
    </div>
  );
};

/** From which day to which. */
export const PeriodFields = (props: { period: Period }) => {
  const { from, to, update } = props.period;
  const { t } = useTranslationRef(selfServiceTranslationRef);
  return (
    <fieldset className={styles.period}>
      <VisuallyHidden>
        <legend>{t('audit.period.label')}</legend>
      </VisuallyHidden>
      <DayField
        label={t('audit.period.from')}
        value={from}
        onChange={day => update({ from: day })}
      />
      <DayField
        label={t('audit.period.to')}
        value={to}
        onChange={day => update({ to: day })}
      />
      {(from || to) && (
        <Button variant="tertiary" onPress={() => update({ from: '', to: '' })}>
          {t('audit.period.clear')}
        </Button>
      )}
    </fieldset>
  );
};
