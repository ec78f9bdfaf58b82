// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Text } from '@backstage/ui';
import type { PolicyTestReport } from '@fairway/backstage-plugin-ownership-common';
import { ScrollTable, StateBadge } from '@fairway/requests-react';
import { ProblemList } from '../../components';
import { ownershipTranslationRef } from '../../translation';
import styles from './SimulatePage.module.css';

const expectation = (answer: { decision: string; by?: string } | undefined) =>
  answer ? [answer.decision, answer.by].filter(Boolean).join(', ') : '–';

/** What the test cases said: the sum, then the failed cases first. */
export const TestReport = (props: { report: PolicyTestReport }) => {
  const { passed, failed, cases, problems } = props.report;
  const { t } = useTranslationRef(ownershipTranslationRef);
  const sorted = [...cases].sort(
    (a, b) => Number(a.passed) - Number(b.passed) || a.number - b.number,
  );
  return (
    <>
      <Text as="p">
        {t('simulate.tests.sum', {
          passed: String(passed),
          failed: String(failed),
        })}
      </Text>
      {problems.length > 0 && <ProblemList problems={problems} />}
      {sorted.length > 0 && (
        <ScrollTable
          label={t('simulate.tests.title')}
          columns={[
            t('simulate.tests.columns.case'),
            t('simulate.tests.columns.outcome'),
            t('simulate.tests.columns.expected'),
            t('simulate.tests.columns.actual'),
          ]}
        >
          {sorted.map(each => (
            <tr key={each.number}>
              <th scope="row">
                {t('simulate.tests.case', {
                  number: String(each.number),
                  title: each.title,
                })}
              </th>
              <td>
                <StateBadge tone={each.passed ? 'success' : 'danger'}>
                  {t(
                    each.passed
                      ? 'simulate.tests.passed'
                      : 'simulate.tests.failed',
                  )}
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
      )}
    </>
  );
};
