// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import {
  useAnalytics,
  useApi,
  useTranslationRef,
} from '@backstage/frontend-plugin-api';
import { Flex, Text } from '@backstage/ui';
import type {
  DriftChoice,
  DriftEntry,
  DriftKind,
} from '@fairway/backstage-plugin-kafka-self-serve-common';
import { ErrorPanel, LinkedText, useOnce } from '@fairway/requests-react';
import { useId } from 'react';
import { kafkaSelfServeApiRef } from '../../api';
import { ActionButton, SendError, useSubmitRequest } from '../../parts';
import { kafkaSelfServeTranslationRef } from '../../translation';

/** What becomes desired without a request; access and quotas have requests of their own. */
const ADOPTABLE: DriftKind[] = [
  'topic-changed',
  'topic-missing',
  'subject-changed',
  'subject-missing',
];

/** What can be done about a difference, or why not: said once for all of it. */
export const DriftActions = (props: {
  entry: DriftEntry;
  onChanged: () => void;
}) => {
  const { entry, onChanged } = props;
  const { id, action, kind, repair, adopt, ignored } = entry;
  const isAdoptable = !!adopt || ADOPTABLE.includes(kind);
  const { t } = useTranslationRef(kafkaSelfServeTranslationRef);
  const api = useApi(kafkaSelfServeApiRef);
  const analytics = useAnalytics();
  const causeId = useId();
  const choosing = useOnce();
  const asking = useSubmitRequest();
  const choose = (choice: DriftChoice['choice']) => () =>
    choosing.run(async () => {
      await api.chooseDrift(id, { choice });
      analytics.captureEvent(choice, 'drift', { attributes: { kind } });
      onChanged();
    });
  return (
    <Flex direction="column" gap="2">
      <Flex gap="2">
        {repair && (
          <ActionButton
            action={action}
            causeId={causeId}
            isPending={asking.isPending}
            onPress={() => asking.submit(repair)}
          >
            {t('drift.repair')}
          </ActionButton>
        )}
        {isAdoptable && (
          <ActionButton
            action={action}
            causeId={causeId}
            isPending={asking.isPending || choosing.isPending}
            onPress={adopt ? () => asking.submit(adopt) : choose('adopt')}
          >
            {t('drift.adopt')}
          </ActionButton>
        )}
        <ActionButton
          action={action}
          causeId={causeId}
          isPending={choosing.isPending}
          onPress={choose(ignored ? 'watch' : 'ignore')}
        >
          {t(ignored ? 'drift.watch' : 'drift.ignore')}
        </ActionButton>
      </Flex>
      {!action.allowed && action.because && (
        <Text id={causeId} variant="body-small" color="secondary">
          <LinkedText>{action.because}</LinkedText>
        </Text>
      )}
      {choosing.error && (
        <ErrorPanel title={t('drift.failed')} error={choosing.error} />
      )}
      {asking.error && (
        <SendError
          error={asking.error}
          title={t('send.failed')}
          onRetry={asking.reset}
        />
      )}
    </Flex>
  );
};
