// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Alert, Flex, Text } from '@backstage/ui';
import type {
  PolicyProblem,
  SimulateResponse,
} from '@fairway/backstage-plugin-ownership-common';
import { Section } from '@fairway/requests-react';
import { ProblemList } from '../../components';
import { ownershipTranslationRef } from '../../translation';
import { Changes } from './Changes';
import { TestReport } from './TestReport';

/** Whether the draft would be taken, and what it would change. */
export const Judgement = (props: {
  judgement: SimulateResponse;
  /** How to get to the place of a problem in what was sent. */
  goTo: (problem: PolicyProblem) => (() => void) | undefined;
}) => {
  const { judgement, goTo } = props;
  const { accepted, problems, tests, changes } = judgement;
  const { t } = useTranslationRef(ownershipTranslationRef);
  const outcome = accepted ? 'accepted' : 'refused';
  return (
    <Flex direction="column" gap="5">
      <Alert
        role="status"
        status={accepted ? 'success' : 'danger'}
        icon
        title={t(`simulate.${outcome}.title`)}
        description={t(`simulate.${outcome}.text`)}
      />
      <Section title={t('simulate.problems.title')}>
        {problems.length > 0 ? (
          <ProblemList problems={problems} goTo={goTo} />
        ) : (
          <Text as="p">{t('simulate.problems.none')}</Text>
        )}
      </Section>
      <Section title={t('simulate.tests.title')}>
        {tests ? (
          <TestReport report={tests} />
        ) : (
          <Text as="p">{t('simulate.tests.none')}</Text>
        )}
      </Section>
      <Section title={t('simulate.changes.title')}>
        {changes ? (
          <Changes changes={changes} />
        ) : (
          <Text as="p">{t('simulate.changes.unknown')}</Text>
        )}
      </Section>
    </Flex>
  );
};
