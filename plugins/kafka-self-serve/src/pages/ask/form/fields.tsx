// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import {
  Radio,
  RadioGroup,
  Select,
  Text,
  TextAreaField,
  TextField,
} from '@backstage/ui';
import type {
  Problem,
  ProblemPath,
} from '@fairway/backstage-plugin-kafka-self-serve-common';
import styles from './form.module.css';
import { useField } from './context';

interface FieldProps<Value = string> {
  /** Where the value is in what is asked for: problems of it are said here. */
  path: ProblemPath;
  label: string;
  description?: string;
  isRequired?: boolean;
  value: Value;
  onChange: (value: Value) => void;
}

/** What is wrong with a value, or what should be known of it. */
export const Problems = (props: {
  id: string;
  problems: readonly Problem[];
}) => {
  const { id, problems } = props;
  if (problems.length === 0) return null;
  return (
    <div id={id}>
      {problems.map(({ code, message, severity }) => (
        <Text
          key={`${code} ${message}`}
          as="div"
          variant="body-small"
          color={severity === 'error' ? 'danger' : 'warning'}
        >
          {message}
        </Text>
      ))}
    </div>
  );
};

/** One line of text, or a number as text. */
export const AskText = (
  props: FieldProps & {
    isNumber?: boolean;
    placeholder?: string;
    secondaryLabel?: string;
    autoComplete?: string;
  },
) => {
  const { path, isNumber, ...field } = props;
  const { id, problems, attributes } = useField(path);
  return (
    <div className={styles.field}>
      <TextField
        {...field}
        {...attributes}
        inputMode={isNumber ? 'numeric' : undefined}
        autoComplete={props.autoComplete ?? 'off'}
        // The form checks, and says all that is wrong at once.
        validationBehavior="aria"
      />
      <Problems id={id} problems={problems} />
    </div>
  );
};

/** Several lines of text. */
export const AskLines = (
  props: FieldProps & { rows?: number; isCode?: boolean },
) => {
  const { path, isCode, ...field } = props;
  const { id, problems, attributes } = useField(path);
  return (
    <div className={isCode ? styles.code : styles.field}>
      <TextAreaField {...field} {...attributes} validationBehavior="aria" />
      <Problems id={id} problems={problems} />
    </div>
  );
};

export interface Choice {
  value: string;
  label: string;
}

/** One of a list that opens. */
export const AskChoice = (props: FieldProps & { options: Choice[] }) => {
  const { path, label, description, isRequired, options, value, onChange } =
    props;
  const { id, problems, attributes } = useField(path);
  return (
    <div className={styles.field}>
      <Select
        label={label}
        description={description}
        isRequired={isRequired}
        {...attributes}
        options={options}
        value={options.some(each => each.value === value) ? value : null}
        onChange={key => onChange(String(key ?? ''))}
      />
      <Problems id={id} problems={problems} />
    </div>
  );
};

/** One of a few, all of them in sight. */
export const AskRadio = (props: FieldProps & { options: Choice[] }) => {
  const { path, label, description, isRequired, options, value, onChange } =
    props;
  const { id, problems, attributes } = useField(path);
  return (
    <div>
      <RadioGroup
        label={label}
        description={description}
        isRequired={isRequired}
        validationBehavior="aria"
        {...attributes}
        value={value || null}
        onChange={onChange}
      >
        {options.map(each => (
          <Radio key={each.value} value={each.value}>
            {each.label}
          </Radio>
        ))}
      </RadioGroup>
      <Problems id={id} problems={problems} />
    </div>
  );
};

/** Text as a whole number: undefined for nothing, NaN for what is none. */
export function numberOf(text: string): number | undefined {
  const trimmed = text.trim();
  if (trimmed === '') return undefined;
  return /^-?\d{1,15}$/.test(trimmed) ? Number(trimmed) : NaN;
}
