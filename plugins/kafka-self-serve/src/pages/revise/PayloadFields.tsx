// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { JsonObject } from '@backstage/types';
import { Checkbox, Text, TextAreaField } from '@backstage/ui';
import { useState } from 'react';
import { kafkaSelfServeTranslationRef } from '../../translation';
import { AskText, numberOf } from '../ask/form';
import {
  fieldsOf,
  inWordsOf,
  type PayloadField,
  withField,
} from './payloadFields';

const OneField = (props: {
  field: PayloadField;
  onChange: (value: PayloadField['value']) => void;
}) => {
  const { field, onChange } = props;
  const { path, value } = field;
  const label = path.join(' › ');
  const [isNumber] = useState(typeof value === 'number');
  if (typeof value === 'boolean') {
    return (
      <Checkbox isSelected={value} onChange={onChange}>
        {label}
      </Checkbox>
    );
  }
  return (
    <AskText
      path={path}
      label={label}
      description={inWordsOf(field)}
      isNumber={isNumber}
      value={String(value)}
      onChange={text => {
        const number = isNumber ? numberOf(text) : undefined;
        // What is no number stays as it was typed, and the rules say what is wrong with it.
        onChange(number === undefined || Number.isNaN(number) ? text : number);
      }}
    />
  );
};

/** The payload as text: for what is to be added or left out. */
const AsJson = (props: {
  payload: JsonObject;
  onChange: (payload: JsonObject) => void;
}) => {
  const { payload, onChange } = props;
  const { t } = useTranslationRef(kafkaSelfServeTranslationRef);
  /** What was typed, while it is no payload. */
  const [broken, setBroken] = useState<string>();
  return (
    <details>
      <summary>{t('revise.json')}</summary>
      <TextAreaField
        label={t('revise.jsonLabel')}
        rows={16}
        isInvalid={broken !== undefined}
        value={broken ?? JSON.stringify(payload, undefined, 2)}
        onChange={text => {
          const parsed = parsedObject(text);
          setBroken(parsed ? undefined : text);
          if (parsed) onChange(parsed);
        }}
      />
      {broken !== undefined && (
        <Text as="p" role="alert" color="danger">
          {t('revise.noJson')}
        </Text>
      )}
    </details>
  );
};

function parsedObject(text: string): JsonObject | undefined {
  try {
    const parsed: unknown = JSON.parse(text);
    const isObject =
      typeof parsed === 'object' && !!parsed && !Array.isArray(parsed);
    return isObject ? (parsed as JsonObject) : undefined;
  } catch {
    return undefined;
  }
}

/** What was asked for, value by value, and as text. */
export const PayloadFields = (props: {
  payload: JsonObject;
  onChange: (payload: JsonObject) => void;
}) => {
  const { payload, onChange } = props;
  return (
    <>
      {fieldsOf(payload).map(field => (
        <OneField
          key={JSON.stringify(field.path)}
          field={field}
          onChange={value => onChange(withField(payload, { ...field, value }))}
        />
      ))}
      <AsJson payload={payload} onChange={onChange} />
    </>
  );
};
