// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Text } from '@backstage/ui';
import type {
  PolicyTestCaseResult,
  PolicyTestReport,
} from '@fairway/backstage-plugin-ownership-common';
import { ScrollTable, StateBadge } from '@fairway/requests-react';
import { ProblemList } from '../../components';
import { ownershipTranslationRef } from '../../translation';
import styles from './SimulatePage.module.css';

const expectation = (answer: { decision: string; by?: string } | undefined) =>
  answer ? [answer.decision, answer.by].filter(Boolean).join(', ') : '–';

const Cases = (props: { cases: PolicyTestCaseResult[]; label: string }) => {
  const { t } = useTranslationRef(ownershipTranslationRef);
  const columns = ['case', 'outcome', 'expected', 'actual'] as const;
  return (
    <ScrollTable
      label={props.label}
      columns={columns.map(column => t(`simulate.tests.columns.${column}`))}
    >
      {props.cases.map(each => (
        <tr key={each.number}>
          <th scope="row">
            {t('simulate.tests.case', {
              number: String(each.number),
              title: each.title,
            })}
          </th>
          <td>
            <StateBadge tone={each.passed ? 'success' : 'danger'}>
              {t(`simulate.tests.${each.passed ? 'passed' : 'failed'}`)}
            </StateBadge>
          </td>
          <td>{expectation(each.expected)}</td>
          <td>
            {expectation(each.actual)}
            {each.failure && (
              <div className={styles.failure}>{each.failure}</div>
            )}
          </td>
        </tr>
      ))}
    </ScrollTable>
  );
};

/** What the test cases said: the sum, the failed cases, and the others for those who want to see them. */
export const TestReport = (props: { report: PolicyTestReport }) => {
  const { passed, failed, cases, problems } = props.report;
  const { t } = useTranslationRef(ownershipTranslationRef);
  const failures = cases.filter(each => !each.passed);
  const successes = cases.filter(each => each.passed);
  return (
    <>
      <Text as="p">
        {t('simulate.tests.sum', {
          passed: String(passed),
          failed: String(failed),
        })}
      </Text>
      {problems.length > 0 && <ProblemList problems={problems} />}
      {failures.length > 0 && (
        <Cases cases={failures} label={t('simulate.tests.failedCases')} />
      )}
      {successes.length > 0 && (
        <details className={styles.more}>
          <summary>{t('simulate.tests.showPassed')}</summary>
          <Cases cases={successes} label={t('simulate.tests.passedCases')} />
        </details>
      )}
    </>
  );
};
