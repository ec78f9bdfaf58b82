// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { ButtonLink } from '@backstage/ui';
import type { InstanceView } from '@fairway/backstage-plugin-kafka-self-serve-common';
import { EmptyState, LoadError } from '@fairway/requests-react';
import type { ReactElement } from 'react';
import { kafkaSelfServeTranslationRef } from '../../../translation';
import { LoadingRows } from '../../../words';
import { useAskLinks } from '../useAskLinks';
import { instancesIn, useMyApplications } from '../useMine';

/** A form that needs an instance of the person in an environment. */
export const MyInstance = (props: {
  environment: string;
  /** That cannot be chosen. */
  except?: string;
  children: (instances: InstanceView[]) => ReactElement;
}) => {
  const { environment, except, children } = props;
  const { t } = useTranslationRef(kafkaSelfServeTranslationRef);
  const links = useAskLinks();
  const { value, error, isLoading, reload } = useMyApplications();
  if (error) {
    return (
      <LoadError
        error={error}
        title={t('ask.mine.error')}
        notAllowedTitle={t('ask.mine.notAllowed')}
        onRetry={reload}
        isRetrying={isLoading}
      />
    );
  }
  if (!value) return <LoadingRows>{t('ask.mine.loading')}</LoadingRows>;
  const instances = instancesIn(value, environment).filter(
    ({ id }) => id !== except,
  );
  if (instances.length > 0) return children(instances);
  const href =
    value.length > 0
      ? links.applicationOf(value[0].name)
      : links.newApplication;
  return (
    <EmptyState
      title={t('ask.mine.empty', { environment })}
      action={
        <ButtonLink variant="primary" href={href}>
          {t(value.length > 0 ? 'ask.mine.instance' : 'ask.mine.application')}
        </ButtonLink>
      }
    >
      {t('ask.mine.emptyText')}
    </EmptyState>
  );
};
