// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { LoadError, NotAllowed } from '@fairway/requests-react';
import type { ReactNode } from 'react';
import { kafkaSelfServeTranslationRef } from '../translation';
import { LoadingRows } from '../words';
import { useAdministration } from './useAdministration';

/** What is for administrators; everybody else is told so. The server refuses them anyway. */
export const AdministratorsOnly = (props: {
  /** What is not allowed, in words. */
  title: string;
  /** What to do instead. */
  text: string;
  children: ReactNode;
}) => {
  const { title, text, children } = props;
  const { t } = useTranslationRef(kafkaSelfServeTranslationRef);
  const { isAdministrator, error, isAsking, ask } = useAdministration();
  if (isAdministrator) return <>{children}</>;
  if (error) {
    return (
      <LoadError
        error={error}
        title={t('requests.error')}
        notAllowedTitle={title}
        onRetry={ask}
        isRetrying={isAsking}
      />
    );
  }
  if (isAdministrator === undefined) {
    return <LoadingRows>{t('requests.asking')}</LoadingRows>;
  }
  return (
    <NotAllowed title={title} rule="kafkaSelfServe.administrators">
      {text}
    </NotAllowed>
  );
};
