// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { LoadError } from '../../components';
import type { SourceError } from '../sources';
import { fairwayRequestsTranslationRef } from '../translation';

/** Each source that did not answer, by its name. */
export const SourceErrors = (props: {
  errors: SourceError[];
  onRetry: () => void;
  isRetrying: boolean;
}) => {
  const { errors, onRetry, isRetrying } = props;
  const { t } = useTranslationRef(fairwayRequestsTranslationRef);
  return (
    <>
      {errors.map(({ source, error }) => (
        <LoadError
          key={source.id}
          error={error}
          title={t('table.error', { source: source.title })}
          notAllowedTitle={t('table.notAllowed', { source: source.title })}
          onRetry={onRetry}
          isRetrying={isRetrying}
        />
      ))}
    </>
  );
};
