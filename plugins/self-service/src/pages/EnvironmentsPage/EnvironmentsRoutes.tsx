// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import {
  BreadcrumbEntry,
  NotFoundErrorPage,
  useRouteRef,
  useTranslationRef,
} from '@backstage/frontend-plugin-api';
import { Container, Flex, Skeleton, VisuallyHidden } from '@backstage/ui';
import { LoadError } from '@fairway/requests-react';
import { Route, Routes, useParams } from 'react-router-dom';
import { environmentRouteRef } from '../../routes';
import { selfServiceTranslationRef } from '../../translation';
import { EnvironmentList } from './EnvironmentList';
import { EnvironmentPage } from './EnvironmentPage';
import type { Environment } from './environments';
import { useEnvironments } from './useEnvironments';

const EnvironmentRoute = (props: { environments: Environment[] }) => {
  const { environment = '' } = useParams();
  const link = useRouteRef(environmentRouteRef);
  return (
    <BreadcrumbEntry
      entry={{ label: environment, href: link?.({ environment }) ?? '' }}
    >
      <EnvironmentPage
        key={environment}
        name={environment}
        environment={props.environments.find(
          ({ name }) => name === environment,
        )}
      />
    </BreadcrumbEntry>
  );
};

/** What lies under the tab of environments. */
export const EnvironmentsRoutes = () => {
  const { t } = useTranslationRef(selfServiceTranslationRef);
  const { value, error, isLoading, reload } = useEnvironments();
  return (
    <Container py="4">
      {error && (
        <LoadError
          error={error}
          title={t('environments.error')}
          notAllowedTitle={t('environments.notAllowed')}
          onRetry={reload}
          isRetrying={isLoading}
        />
      )}
      {!error && !value && (
        <div role="status">
          <VisuallyHidden>{t('environments.loading')}</VisuallyHidden>
          <Flex direction="column" gap="3" aria-hidden="true">
            <Skeleton width="40%" height={36} />
            <Skeleton width="100%" height={200} />
          </Flex>
        </div>
      )}
      {!error && value && (
        <Routes>
          <Route path="/" element={<EnvironmentList environments={value} />} />
          <Route
            path="/:environment"
            element={<EnvironmentRoute environments={value} />}
          />
          <Route path="*" element={<NotFoundErrorPage />} />
        </Routes>
      )}
    </Container>
  );
};
