// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { useApi, useTranslationRef } from '@backstage/frontend-plugin-api';
import { Button, Text } from '@backstage/ui';
import type { KafkaEnvironmentView } from '@fairway/backstage-plugin-kafka-self-serve-common';
import { RelativeTime, ScrollTable, useOnce } from '@fairway/requests-react';
import { kafkaSelfServeApiRef } from '../../api';
import { EnvironmentName, SendError } from '../../parts';
import { kafkaSelfServeTranslationRef } from '../../translation';

const Scan = (props: {
  environment: KafkaEnvironmentView;
  onScanned: () => void;
}) => {
  const { environment, onScanned } = props;
  const { name, status, actions } = environment;
  const { t } = useTranslationRef(kafkaSelfServeTranslationRef);
  const api = useApi(kafkaSelfServeApiRef);
  const { run, isPending, error } = useOnce();
  const scan = () =>
    run(async () => {
      const { reachable, message } = await api.sync(name);
      onScanned();
      if (!reachable) throw new Error(message);
    });
  return (
    <tr>
      <th scope="row">
        <EnvironmentName name={name} />
      </th>
      <td>
        {status?.lastScan ? (
          <RelativeTime value={status.lastScan} />
        ) : (
          t('drift.scans.never')
        )}
      </td>
      <td>
        {actions.sync.allowed && (
          <Button
            size="small"
            variant="secondary"
            aria-label={t('drift.scans.scanOf', { name })}
            isPending={isPending}
            onPress={scan}
          >
            {t('drift.scans.scan')}
          </Button>
        )}
        {error && (
          <SendError
            error={error}
            title={t('drift.scans.failed')}
            onRetry={scan}
          />
        )}
      </td>
    </tr>
  );
};

/** When each environment was last looked for differences, and the way to look now. */
export const Scans = (props: {
  environments: readonly KafkaEnvironmentView[];
  onScanned: () => void;
}) => {
  const { environments, onScanned } = props;
  const { t } = useTranslationRef(kafkaSelfServeTranslationRef);
  return (
    <>
      <Text as="p" color="secondary">
        {t('drift.scans.text')}
      </Text>
      <ScrollTable
        label={t('drift.scans.title')}
        columns={(['environment', 'last', 'actions'] as const).map(column =>
          t(`drift.scans.columns.${column}`),
        )}
      >
        {environments.map(environment => (
          <Scan
            key={environment.name}
            environment={environment}
            onScanned={onScanned}
          />
        ))}
      </ScrollTable>
    </>
  );
};
