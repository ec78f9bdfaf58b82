// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Flex, Text } from '@backstage/ui';
import type { ChangeTarget } from '@fairway/backstage-plugin-self-service-common';
import { DecisionLegs, StateBadge } from '@fairway/requests-react';
import { selfServiceTranslationRef } from '../../translation';
import styles from './ChangePage.module.css';

const Target = (props: { target: ChangeTarget }) => {
  const { path, environment, service, account, module, decision } =
    props.target;
  const { t } = useTranslationRef(selfServiceTranslationRef);
  const details = [
    module && t('change.decisions.module', module),
    account && t('change.decisions.account', { account }),
  ].filter(Boolean);
  const isAllowed = decision.decision === 'allow';
  return (
    <li className={styles.target}>
      <Flex direction="column" gap="2">
        <Flex align="center" gap="3">
          <Text as="h4" variant="body-large" weight="bold">
            {t('change.decisions.target', { service, environment })}
          </Text>
          <StateBadge tone={isAllowed ? 'success' : 'danger'}>
            {t(`change.decisions.${decision.decision}`)}
          </StateBadge>
        </Flex>
        <Text as="p">{decision.message}</Text>
        <Text as="p" variant="body-small" color="secondary">
          <code className={styles.code}>{path}</code>
          {details.map(detail => ` · ${detail}`)}
        </Text>
        <DecisionLegs
          label={t('change.decisions.tableLabel', { path })}
          legs={decision.legs}
        />
        <Text as="p" variant="body-small" color="secondary">
          {t('change.decisions.revision')}{' '}
          <code className={styles.code}>{decision.revision}</code>
        </Text>
      </Flex>
    </li>
  );
};

/** Why the change is allowed, target by target. */
export const Decisions = (props: { targets: ChangeTarget[] }) => {
  const { targets } = props;
  const { t } = useTranslationRef(selfServiceTranslationRef);
  if (targets.length === 0) {
    return <Text as="p">{t('change.decisions.none')}</Text>;
  }
  return (
    <ul className={styles.targets}>
      {targets.map(target => (
        <Target key={target.path} target={target} />
      ))}
    </ul>
  );
};
