// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { type ReactNode, useId } from 'react';
import { selfServiceTranslationRef } from '../../../translation';
import styles from './editors.module.css';
import { Problem, useProblem } from './Problem';
import type { EditorProps } from './types';

/** A value of several parts under one name. */
export const EditorFrame = (props: EditorProps & { children: ReactNode }) => {
  const { label, description, isRequired, problem, children } = props;
  const { t } = useTranslationRef(selfServiceTranslationRef);
  const descriptionId = useId();
  const { problemId, 'aria-describedby': described } = useProblem(props);
  return (
    <fieldset
      className={styles.frame}
      aria-describedby={
        [description && descriptionId, described].filter(Boolean).join(' ') ||
        undefined
      }
    >
      <legend>
        {label}
        {isRequired && (
          <span className={styles.secondary}> ({t('inputs.required')})</span>
        )}
      </legend>
      {description && (
        <div id={descriptionId} className={styles.secondary}>
          {description}
        </div>
      )}
      {children}
      <Problem id={problemId} problem={problem} />
    </fieldset>
  );
};
