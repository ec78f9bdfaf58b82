// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Flex, Text } from '@backstage/ui';
import type { PlanView as Plan } from '@fairway/requests-common';
import { DiffView } from '../../components';
import { localMoments } from '../../components/RelativeTime/localMoments';
import { useLanguage } from '../../components/RelativeTime/useLanguage';
import { FieldChanges } from '../FieldChanges';
import { fairwayRequestsTranslationRef } from '../translation';
import styles from './plan.module.css';

/** What will be done, one sentence each, in order. @public */
export const PlanEffects = (props: { effects: string[] }) => {
  const language = useLanguage();
  return (
    <ol className={styles.effects}>
      {props.effects.map((effect, index) => (
        <li key={index}>
          <Text>{localMoments(effect, language)}</Text>
        </li>
      ))}
    </ol>
  );
};

/** What a plan changes: fields, then files. @public */
export const PlanView = (props: { view: Plan }) => {
  const { view } = props;
  const { t } = useTranslationRef(fairwayRequestsTranslationRef);
  const hasFields = !!view.fields?.length;
  return (
    <Flex direction="column" gap="4">
      {hasFields && <FieldChanges fields={view.fields ?? []} />}
      {view.diff && <DiffView diff={view.diff} />}
      {!hasFields && !view.diff && <Text as="p">{t('plan.empty')}</Text>}
    </Flex>
  );
};
