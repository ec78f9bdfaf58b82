// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Button, Flex, Text } from '@backstage/ui';
import type { RequestFilters, RequestsApi } from '@fairway/requests-common';
import { ErrorPanel } from '@fairway/requests-react';
import { kafkaSelfServeTranslationRef } from '../../translation';
import { type ExportFormat, useSaveExport } from './useSaveExport';

const FORMATS: ExportFormat[] = ['ndjson', 'csv'];

/** Saves what the filters leave, with every event, to a file. */
export const Export = (props: {
  api: RequestsApi;
  filters: RequestFilters;
}) => {
  const { api, filters } = props;
  const { t } = useTranslationRef(kafkaSelfServeTranslationRef);
  const { save, isPending, error, isSaved } = useSaveExport(api);
  return (
    <Flex direction="column" gap="2" align="end">
      <Flex gap="2">
        {FORMATS.map(format => (
          <Button
            key={format}
            variant="secondary"
            isPending={isPending}
            onPress={() => save(format, filters)}
          >
            {t(`requests.all.export.${format}`)}
          </Button>
        ))}
      </Flex>
      <Text as="p" variant="body-small" role="status">
        {isSaved && t('requests.all.exported')}
      </Text>
      {error && (
        <ErrorPanel title={t('requests.all.exportFailed')} error={error} />
      )}
    </Flex>
  );
};
