// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { RequestSummary } from '@fairway/requests-common';
import { RelativeTime } from '../../components';
import { fairwayRequestsTranslationRef } from '../translation';
import { describeState } from './describeState';

const WAITS = {
  draft: 'requester',
  pending: 'deciders',
  changesRequested: 'author',
  approved: 'pipeline',
  queued: 'pipeline',
  running: 'pipeline',
  waiting: 'pipeline',
  failed: 'retry',
  partiallyApplied: 'retry',
  rejected: 'nothing',
  cancelled: 'nothing',
  expired: 'nothing',
  succeeded: 'nothing',
  compensated: 'nothing',
} as const;

/** Whom or what a request waits for, and until when. @public */
export const WaitingFor = (props: { request: RequestSummary }) => {
  const { request } = props;
  const { t } = useTranslationRef(fairwayRequestsTranslationRef);
  const waits = request.waitingForMe
    ? 'you'
    : WAITS[describeState(request).key];
  return (
    <span>
      {t(`waitingFor.${waits}`)}
      {request.decideBy && (waits === 'you' || waits === 'deciders') && (
        <>
          {', '}
          <RelativeTime value={request.decideBy} />
        </>
      )}
    </span>
  );
};
