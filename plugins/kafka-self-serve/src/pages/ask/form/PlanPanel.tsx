// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { useRouteRef, useTranslationRef } from '@backstage/frontend-plugin-api';
import { Alert, Flex, Link, Skeleton, Text } from '@backstage/ui';
import type { ApprovalRule } from '@fairway/requests-common';
import {
  ChecksList,
  CopyableCode,
  EntityLinks,
  LoadError,
  PlanEffects,
  PlanView,
  RiskList,
  Section,
} from '@fairway/requests-react';
import { requestRouteRef } from '../../../routes';
import { kafkaSelfServeTranslationRef } from '../../../translation';
import type { Ask } from './useAsk';

/** Who will have to say yes. */
const Approval = (props: { rule: ApprovalRule }) => {
  const { rule } = props;
  const { t } = useTranslationRef(kafkaSelfServeTranslationRef);
  if (rule.mode === 'auto') return <Text as="p">{t('ask.plan.auto')}</Text>;
  if (rule.mode === 'none') {
    return <Alert status="warning" icon title={rule.message} />;
  }
  return (
    <ul>
      {rule.stages.map(({ id, from, count }) => (
        <li key={id}>
          {t('ask.plan.stage', { count, name: id })}{' '}
          <EntityLinks refs={from} defaultKind="group" />
        </li>
      ))}
    </ul>
  );
};

/** What the request would do, as the server plans it now. */
export const PlanPanel = (props: { ask: Ask; yaml?: string }) => {
  const { ask, yaml } = props;
  const { preview, error, isPreviewing, isOutdated } = ask;
  const { t } = useTranslationRef(kafkaSelfServeTranslationRef);
  const pageOf = useRouteRef(requestRouteRef);
  const other = preview?.openRequest;
  const state = () => {
    if (isPreviewing) return t('ask.plan.pending');
    if (!preview) return t('ask.plan.none');
    return isOutdated ? t('ask.plan.outdated') : t('ask.plan.now');
  };
  return (
    <>
      <Section title={t('ask.plan.title')}>
        <Text as="p" role="status" color="secondary">
          {state()}
        </Text>
        {isPreviewing && <Skeleton width="100%" height={160} />}
        {error && !isPreviewing && !isOutdated && (
          <LoadError
            error={error}
            title={t('ask.plan.error')}
            notAllowedTitle={t('ask.plan.notAllowed')}
            onRetry={ask.showPlan}
          />
        )}
        {preview && !isPreviewing && (
          <Flex direction="column" gap="4">
            {other && (
              <Alert
                status="warning"
                icon
                title={t('ask.plan.busy')}
                description={
                  <Link href={pageOf?.({ id: other.id }) ?? ''}>
                    {t('ask.plan.other', { number: String(other.number) })}
                  </Link>
                }
              />
            )}
            {preview.view.effects && (
              <PlanEffects effects={preview.view.effects} />
            )}
            <PlanView view={preview.view} />
            {preview.risks.length > 0 && <RiskList risks={preview.risks} />}
            {preview.checks.length > 0 && (
              <ChecksList checks={preview.checks} />
            )}
            <Approval rule={preview.approval} />
          </Flex>
        )}
      </Section>
      {yaml && (
        <Section title={t('ask.yaml.title')}>
          <Text as="p" color="secondary">
            {t('ask.yaml.text')}
          </Text>
          <CopyableCode value={yaml} label={t('ask.yaml.label')} block />
        </Section>
      )}
    </>
  );
};
