// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { JsonValue } from '@backstage/types';
import { Radio, RadioGroup, Select } from '@backstage/ui';
import { selfServiceTranslationRef } from '../../../translation';
import styles from './editors.module.css';
import { Problem, useProblem } from './Problem';
import type { EditorProps } from './types';

/** More than these are a list that opens. */
const MOST_RADIOS = 5;
/** Nothing is given: the module's own default counts. */
const NOTHING = '';

/** One of some values; true or false is two of them. */
export const ChoiceEditor = (props: EditorProps) => {
  const { label, description, schema, value, onChange } = props;
  const { isRequired, isDisabled, problem } = props;
  const { t } = useTranslationRef(selfServiceTranslationRef);
  const { problemId, ...invalid } = useProblem(props);
  const values: JsonValue[] = Array.isArray(schema.enum)
    ? schema.enum
    : [true, false];
  const say = (each: JsonValue) => {
    if (each === true) return t('inputs.yes');
    if (each === false) return t('inputs.no');
    return typeof each === 'string' ? each : JSON.stringify(each);
  };
  const nothing =
    schema.default === undefined
      ? t('inputs.notSet')
      : t('inputs.default', { value: say(schema.default) });
  const choices = [
    // What a required input would be without a choice is nobody's to say.
    ...(isRequired ? [] : [{ key: NOTHING, words: nothing }]),
    ...values.map(each => ({ key: JSON.stringify(each), words: say(each) })),
  ];
  const chosen =
    value === undefined || value === null ? NOTHING : JSON.stringify(value);
  const choose = (key: string) =>
    onChange(key === NOTHING ? undefined : JSON.parse(key));

  if (choices.length > MOST_RADIOS) {
    return (
      <div>
        <Select
          label={label}
          description={description}
          secondaryLabel={isRequired ? t('inputs.required') : undefined}
          isDisabled={isDisabled}
          {...invalid}
          options={choices.map(({ key, words }) => ({
            value: key || 'nothing',
            label: words,
          }))}
          value={chosen || (isRequired ? null : 'nothing')}
          onChange={key => choose(key === 'nothing' ? NOTHING : String(key))}
        />
        <Problem id={problemId} problem={problem} />
      </div>
    );
  }
  return (
    <div>
      <RadioGroup
        label={label}
        description={description}
        secondaryLabel={isRequired ? t('inputs.required') : undefined}
        orientation="horizontal"
        className={styles.choice}
        isDisabled={isDisabled}
        validationBehavior="aria"
        {...invalid}
        // Any string counts as chosen, and Tab goes to none but the chosen.
        value={chosen || (isRequired ? null : NOTHING)}
        onChange={choose}
      >
        {choices.map(({ key, words }) => (
          <Radio key={key} value={key}>
            {words}
          </Radio>
        ))}
      </RadioGroup>
      <Problem id={problemId} problem={problem} />
    </div>
  );
};
