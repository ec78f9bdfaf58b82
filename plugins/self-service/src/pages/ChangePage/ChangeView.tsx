// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Flex, Text } from '@backstage/ui';
import type { ChangeDetail } from '@fairway/backstage-plugin-self-service-common';
import { CopyableCode, DiffView, Section } from '@fairway/requests-react';
import { selfServiceTranslationRef } from '../../translation';
import { ChangeStateBadge } from '../ChangeStateBadge';
import { ChangeFacts } from './ChangeFacts';
import { Decisions } from './Decisions';
import { FailurePanel } from './FailurePanel';

const Diff = (props: { change: ChangeDetail }) => {
  const { diff, state } = props.change;
  const { t } = useTranslationRef(selfServiceTranslationRef);
  const hasNone = !diff.trim() && (state === 'proposing' || state === 'failed');
  return hasNone ? (
    <Text as="p">
      {t(state === 'failed' ? 'change.diff.failed' : 'change.diff.proposing')}
    </Text>
  ) : (
    <DiffView diff={diff} headingLevel="h4" />
  );
};

/** Everything there is to know about a change. */
export const ChangeView = (props: { change: ChangeDetail; title: string }) => {
  const { change, title } = props;
  const { t } = useTranslationRef(selfServiceTranslationRef);
  return (
    <>
      <Flex direction="column" gap="2">
        <Text as="h2" variant="title-small">
          {title}
        </Text>
        {change.description && <Text as="p">{change.description}</Text>}
        {/* Told to screen readers when it changes. */}
        <Flex role="status" align="center" gap="3">
          <ChangeStateBadge state={change.state} />
          <Text>{t(`stateMeaning.${change.state}`)}</Text>
        </Flex>
      </Flex>
      {change.state === 'failed' && <FailurePanel change={change} />}
      <Section title={t('change.facts')}>
        <ChangeFacts change={change} />
      </Section>
      <Section title={t('change.decisions.title')}>
        <Decisions targets={change.targets} />
      </Section>
      <Section title={t('change.diff.title')}>
        <Diff change={change} />
      </Section>
      {change.inspectCommand && (
        <Section title={t('change.inspect.title')}>
          <Flex direction="column" gap="2">
            <Text as="p">{t('change.inspect.text')}</Text>
            <CopyableCode
              block
              value={change.inspectCommand}
              label={t('change.copy.command')}
            />
          </Flex>
        </Section>
      )}
    </>
  );
};
