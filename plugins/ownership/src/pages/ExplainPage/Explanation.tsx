// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Flex, Text } from '@backstage/ui';
import type { ExplainResponse } from '@fairway/backstage-plugin-ownership-common';
import {
  DecisionLegs,
  EntityLink,
  EntityLinks,
  RelativeTime,
  Section,
} from '@fairway/requests-react';
import { AnswerBadge } from '../../components';
import { ownershipTranslationRef } from '../../translation';
import { Approvals } from './Approvals';
import styles from './ExplainPage.module.css';
import { NearMisses } from './NearMisses';

/** A decision with everything that led to it, and the way on. */
export const Explanation = (props: { explanation: ExplainResponse }) => {
  const { userEntityRef, at, decision, approvals } = props.explanation;
  const { t } = useTranslationRef(ownershipTranslationRef);
  return (
    <Flex direction="column" gap="5">
      <Section title={t('explain.decision')}>
        <Flex direction="column" gap="2" align="start" role="status">
          <AnswerBadge decision={decision.decision} />
          <Text as="p">{decision.message}</Text>
        </Flex>
        <Text as="p" variant="body-small" color="secondary">
          {t('explain.for')}{' '}
          <EntityLink entityRef={userEntityRef} defaultKind="user" />
          {' · '}
          <code className={styles.code}>
            {decision.target.action} {decision.targetRef}
          </code>
          {' · '}
          {t('explain.at')} <RelativeTime value={at} />
          {' · '}
          {t('explain.revision')}{' '}
          <code className={styles.code}>{decision.revision}</code>
        </Text>
      </Section>
      <Section title={t('explain.legs')}>
        <DecisionLegs label={t('explain.legs')} legs={decision.legs} />
      </Section>
      <NearMisses legs={decision.legs} />
      {decision.askFor.length > 0 && (
        <Section title={t('explain.askFor')}>
          <Text as="p">
            <EntityLinks refs={decision.askFor} defaultKind="group" />
          </Text>
        </Section>
      )}
      <Section title={t('explain.approvals.title')}>
        <Approvals approvals={approvals} />
      </Section>
    </Flex>
  );
};
