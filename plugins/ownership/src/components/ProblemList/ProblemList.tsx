// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Button } from '@backstage/ui';
import type { PolicyProblem } from '@fairway/backstage-plugin-ownership-common';
import { ownershipTranslationRef } from '../../translation';
import styles from './ProblemList.module.css';

/** `policy.yaml:12:5`, as editors and terminals write and open it. */
const placeOf = ({ file, line, column }: PolicyProblem): string =>
  [file, line, column].filter(part => part !== undefined).join(':');

/** What is wrong in a policy file, where, and what to write instead. */
export const ProblemList = (props: {
  problems: PolicyProblem[];
  /** How to get to the place of a problem, where there is one to go to. */
  goTo?: (problem: PolicyProblem) => (() => void) | undefined;
}) => {
  const { problems, goTo } = props;
  const { t } = useTranslationRef(ownershipTranslationRef);
  return (
    <ul className={styles.problems}>
      {problems.map((problem, index) => {
        const go = goTo?.(problem);
        return (
          <li key={index} className={styles.problem}>
            <strong>{t(`problems.${problem.severity}`)}</strong>{' '}
            <code>{placeOf(problem)}</code> <span>{problem.message}</span>{' '}
            {go && (
              <Button variant="tertiary" size="small" onPress={go}>
                {t('problems.goTo', { line: String(problem.line) })}
              </Button>
            )}
          </li>
        );
      })}
    </ul>
  );
};
