// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { JsonValue } from '@backstage/types';
import { useEffect, useId, useRef, useState } from 'react';
import { selfServiceTranslationRef } from '../../../translation';
import styles from './editors.module.css';
import { Problem, useProblem } from './Problem';
import type { EditorProps } from './types';

const textOf = (value: JsonValue | undefined) =>
  value === undefined ? '' : JSON.stringify(value, undefined, 2);

function read(text: string): { value?: JsonValue; error?: string } {
  if (text.trim() === '') return {};
  try {
    return { value: JSON.parse(text) };
  } catch (error) {
    return { error: (error as Error).message };
  }
}

/** Any value, as JSON. While it is none, the browser keeps the form from going on. */
export const JsonEditor = (props: EditorProps) => {
  const { label, description, value, onChange, isRequired } = props;
  const { isDisabled } = props;
  const { t } = useTranslationRef(selfServiceTranslationRef);
  const [text, setText] = useState(() => textOf(value));
  const area = useRef<HTMLTextAreaElement>(null);
  const id = useId();
  const { error } = read(text);
  const words = error && t('inputs.notJson', { problem: error });
  const problem = words ?? props.problem;
  const { problemId, ...invalid } = useProblem({ ...props, problem });
  useEffect(() => {
    area.current?.setCustomValidity(words ?? '');
  }, [words]);
  return (
    <div className={styles.json}>
      <label htmlFor={id}>
        {label}
        {isRequired && (
          <span className={styles.secondary}> ({t('inputs.required')})</span>
        )}
      </label>
      <div id={`${id}-text`} className={styles.secondary}>
        {description} {t('inputs.json')}
      </div>
      <textarea
        ref={area}
        id={id}
        rows={3}
        spellCheck={false}
        disabled={isDisabled}
        aria-invalid={invalid.isInvalid}
        aria-describedby={[`${id}-text`, invalid['aria-describedby']]
          .filter(Boolean)
          .join(' ')}
        value={text}
        onChange={event => {
          setText(event.target.value);
          const answer = read(event.target.value);
          if (!answer.error) onChange(answer.value);
        }}
      />
      <Problem id={problemId} problem={problem} />
    </div>
  );
};
