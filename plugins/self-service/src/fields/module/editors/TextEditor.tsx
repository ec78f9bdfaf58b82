// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { JsonValue } from '@backstage/types';
import { TextField } from '@backstage/ui';
import { useState } from 'react';
import { selfServiceTranslationRef } from '../../../translation';
import { Problem, useProblem } from './Problem';
import type { EditorProps } from './types';

const textOf = (value: JsonValue | undefined) =>
  value === undefined || value === null ? '' : String(value);

/** What was typed, as a number where it is one: the check says of the rest that it is none. */
function read(text: string, isNumber: boolean): JsonValue | undefined {
  if (text === '') return undefined;
  if (!isNumber) return text;
  const number = Number(text.trim());
  return text.trim() !== '' && Number.isFinite(number) ? number : text;
}

/** Text or a number. */
export const TextEditor = (props: EditorProps) => {
  const { label, description, schema, value, onChange } = props;
  const { isRequired, isDisabled, problem } = props;
  const { t } = useTranslationRef(selfServiceTranslationRef);
  const isNumber = schema.type === 'number' || schema.type === 'integer';
  // What is typed on the way to a number ("1.", "-") is no number yet.
  const [typed, setTyped] = useState(textOf(value));
  const shown = read(typed, isNumber) === value ? typed : textOf(value);
  const { problemId, ...invalid } = useProblem(props);
  return (
    <div>
      <TextField
        label={label}
        description={description}
        secondaryLabel={isRequired ? t('inputs.required') : undefined}
        placeholder={
          schema.default === undefined
            ? undefined
            : t('inputs.default', { value: textOf(schema.default) })
        }
        inputMode={isNumber ? 'decimal' : undefined}
        isDisabled={isDisabled}
        isRequired={isRequired}
        // The form checks, and says all that is wrong at once.
        validationBehavior="aria"
        {...invalid}
        value={shown}
        onChange={text => {
          setTyped(text);
          onChange(read(text, isNumber));
        }}
      />
      <Problem id={problemId} problem={problem} />
    </div>
  );
};
