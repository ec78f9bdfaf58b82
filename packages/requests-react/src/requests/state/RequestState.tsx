// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Flex, Text } from '@backstage/ui';
import type { RequestSummary } from '@fairway/requests-common';
import { StateBadge } from '../../components';
import { fairwayRequestsTranslationRef } from '../translation';
import { describeState } from './describeState';

/** The state of a request in words, and below it the words of the step or pipeline that knows more. @public */
export const RequestState = (props: {
  request: Pick<RequestSummary, 'decision' | 'execution' | 'statusLabel'>;
}) => {
  const { request } = props;
  const { t } = useTranslationRef(fairwayRequestsTranslationRef);
  const { key, tone } = describeState(request);
  return (
    <Flex direction="column" align="start" gap="1">
      <StateBadge tone={tone}>{t(`states.${key}`)}</StateBadge>
      {request.statusLabel && (
        <Text variant="body-small" color="secondary">
          {request.statusLabel}
        </Text>
      )}
    </Flex>
  );
};
