// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  type DispatchPlan,
  lifetimeInWords,
} from '@fairway/backstage-plugin-self-service-common';
import { Code, Fact, Facts } from '../change/Fact';
import { selfServiceTranslationRef } from '../translation';

/** Who is told, and about what. */
export const Told = (props: { plan: DispatchPlan }) => {
  const { lifetime, operation, resource, targetRef } = props.plan;
  const { title, to, transport } = props.plan;
  const { t } = useTranslationRef(selfServiceTranslationRef);
  return (
    <Facts>
      <Fact label={t('dispatch.receiver')}>{title}</Fact>
      <Fact label={t('dispatch.how')}>
        {t(`dispatch.transports.${transport}`)}
      </Fact>
      <Fact label={t('dispatch.to')}>{to}</Fact>
      <Fact label={t('dispatch.service')}>
        <Code>{targetRef}</Code>
      </Fact>
      {resource && operation !== 'run' && (
        <Fact label={t('dispatch.resource')}>
          <Code>{resource}</Code> ({t(`dispatch.operations.${operation}`)})
        </Fact>
      )}
      {lifetime && (
        <Fact label={t('dispatch.lifetime')}>{lifetimeInWords(lifetime)}</Fact>
      )}
    </Facts>
  );
};
