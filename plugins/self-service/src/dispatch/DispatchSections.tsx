// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type {
  DispatchOutputs,
  DispatchPlan,
} from '@fairway/backstage-plugin-self-service-common';
import type { RequestDetail } from '@fairway/requests-common';
import { Section } from '@fairway/requests-react';
import { selfServiceTranslationRef } from '../translation';
import { Results } from './Results';
import { Told } from './Told';

/** What the page of a dispatch shows beside what every request has. */
export const DispatchSections = (props: { request: RequestDetail }) => {
  const { decision, outputs, plan } = props.request;
  const { t } = useTranslationRef(selfServiceTranslationRef);
  return (
    <>
      <Section title={t('dispatch.told')}>
        <Told plan={plan as DispatchPlan} />
      </Section>
      {decision === 'approved' && (
        <Section title={t('dispatch.came')}>
          <Results outputs={outputs as DispatchOutputs} />
        </Section>
      )}
    </>
  );
};
