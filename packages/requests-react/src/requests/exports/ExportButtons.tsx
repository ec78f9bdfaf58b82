// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Button, Flex, Text } from '@backstage/ui';
import type { RequestFilters, RequestsApi } from '@fairway/requests-common';
import { LoadError } from '../../components';
import { fairwayRequestsTranslationRef } from '../translation';
import { useExport } from './useExport';

const FORMATS = ['ndjson', 'csv'] as const;

/** Saves what the filters leave, with every event, to a file, piece by piece. @public */
export const ExportButtons = (props: {
  api: RequestsApi;
  filters: RequestFilters;
}) => {
  const { api, filters } = props;
  const { t } = useTranslationRef(fairwayRequestsTranslationRef);
  const { format, savedBytes, error, run, cancel } = useExport(api);
  return (
    <Flex direction="column" gap="2" align="start">
      <Flex gap="2">
        {FORMATS.map(each => (
          <Button
            key={each}
            variant="secondary"
            isPending={format === each}
            isDisabled={!!format && format !== each}
            onPress={() => run(each, filters)}
          >
            {t(`exports.${each}`)}
          </Button>
        ))}
        {format && (
          <Button variant="tertiary" onPress={cancel}>
            {t('exports.cancel')}
          </Button>
        )}
      </Flex>
      <Text as="p" variant="body-small" role="status">
        {format && t('exports.running')}
        {savedBytes !== undefined &&
          t('exports.done', {
            size: String(Math.max(1, Math.round(savedBytes / 1024))),
          })}
      </Text>
      {error && (
        <LoadError
          error={error}
          title={t('exports.error')}
          notAllowedTitle={t('exports.notAllowed')}
          onRetry={cancel}
        />
      )}
    </Flex>
  );
};
