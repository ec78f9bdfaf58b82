// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  Checkbox,
  CheckboxGroup,
  Select,
  Switch,
  TextField,
} from '@backstage/ui';
import type { TopicConfigDefinition } from '@fairway/backstage-plugin-kafka-self-serve-common';
import { useState } from 'react';
import { kafkaSelfServeTranslationRef } from '../../../translation';
import styles from '../form/form.module.css';
import { join, split, type UnitName, unitsOf } from './units';

interface ValueProps {
  definition: TopicConfigDefinition;
  value: string;
  onChange: (value: string) => void;
  attributes: { isInvalid: boolean; 'aria-describedby'?: string };
}

/** A time or a size, in a unit of one's choice. */
const Amount = (props: ValueProps) => {
  const { definition, value, onChange, attributes } = props;
  const { t } = useTranslationRef(kafkaSelfServeTranslationRef);
  const [unit, setUnit] = useState<UnitName | undefined>(
    () => split(definition, value || definition.default || '').unit,
  );
  const [typed, setTyped] = useState(() => split(definition, value).amount);
  const isUnlimited =
    definition.unlimited !== undefined && value === definition.unlimited;
  const change = (amount: string, next: UnitName | undefined) => {
    setTyped(amount);
    setUnit(next);
    onChange(join(amount, next));
  };
  return (
    <div className={styles.row}>
      {!isUnlimited && (
        <>
          <TextField
            label={t('ask.configs.value')}
            inputMode="numeric"
            autoComplete="off"
            validationBehavior="aria"
            {...attributes}
            value={typed}
            onChange={amount => change(amount, unit)}
          />
          <Select
            label={t('ask.configs.unit')}
            options={unitsOf(definition).map(name => ({
              value: name,
              label: t(`ask.configs.units.${name}`),
            }))}
            value={unit ?? null}
            onChange={key => change(typed, key as UnitName)}
          />
        </>
      )}
      {definition.unlimited !== undefined && (
        <Checkbox
          isSelected={isUnlimited}
          onChange={isSelected =>
            isSelected
              ? onChange(definition.unlimited!)
              : change(typed === definition.unlimited ? '' : typed, unit)
          }
        >
          {t('ask.configs.unlimited')}
        </Checkbox>
      )}
    </div>
  );
};

/** A value of a topic config, by its type. */
export const ConfigValue = (props: ValueProps) => {
  const { definition, value, onChange, attributes } = props;
  const { name, type, values } = definition;
  const { t } = useTranslationRef(kafkaSelfServeTranslationRef);
  if (unitsOf(definition).length > 0) return <Amount {...props} />;
  if (type === 'BOOLEAN') {
    return (
      <Switch
        label={t('ask.configs.on', { name })}
        isSelected={value === 'true'}
        onChange={isOn => onChange(String(isOn))}
      />
    );
  }
  if (type === 'LIST' && values) {
    return (
      <CheckboxGroup
        label={t('ask.configs.value')}
        {...attributes}
        value={value.split(',').filter(Boolean)}
        onChange={chosen => onChange([...chosen].sort().join(','))}
      >
        {values.map(each => (
          <Checkbox key={each} value={each}>
            {each}
          </Checkbox>
        ))}
      </CheckboxGroup>
    );
  }
  if (values) {
    return (
      <Select
        label={t('ask.configs.value')}
        {...attributes}
        options={values.map(each => ({ value: each, label: each }))}
        value={values.includes(value) ? value : null}
        onChange={key => onChange(String(key))}
      />
    );
  }
  return (
    <TextField
      label={t('ask.configs.value')}
      inputMode={['INT', 'LONG'].includes(type) ? 'numeric' : undefined}
      autoComplete="off"
      validationBehavior="aria"
      {...attributes}
      value={value}
      onChange={onChange}
    />
  );
};
