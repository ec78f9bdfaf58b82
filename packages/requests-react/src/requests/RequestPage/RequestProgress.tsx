// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { RequestDetail, RequestEvent } from '@fairway/requests-common';
import { Section } from '../../components';
import { Stepper } from '../Stepper';
import { fairwayRequestsTranslationRef } from '../translation';
import { requestSteps } from './requestSteps';
import { useCatalogState } from './useCatalogState';

/** The stepper of a request. */
export const RequestProgress = (props: {
  request: RequestDetail;
  events?: RequestEvent[];
  entityRef?: string;
}) => {
  const { request, events, entityRef } = props;
  const { t } = useTranslationRef(fairwayRequestsTranslationRef);
  const catalog = useCatalogState(
    request.execution === 'succeeded' ? entityRef : undefined,
    request.operation === 'delete' ? 'absent' : 'present',
  );
  return (
    <Section title={t('steps.title')}>
      <Stepper
        label={t('steps.title')}
        steps={requestSteps({ request, events, entityRef, catalog, t })}
      />
    </Section>
  );
};
