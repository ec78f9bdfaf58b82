// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { useApi, useTranslationRef } from '@backstage/frontend-plugin-api';
import { Alert, Button, Flex } from '@backstage/ui';
import {
  describeError,
  RelativeTime,
  useLoad,
  usePolling,
} from '@fairway/requests-react';
import { useCallback } from 'react';
import { ownershipApiRef } from '../../api';
import { ownershipTranslationRef } from '../../translation';
import { ProblemList } from '../ProblemList';

/** As often as the backend looks at the file. */
const POLL_MS = 30_000;

/** Says so when the last edit of the policy was refused, or when there is no policy; otherwise nothing. */
export const PolicyBanner = () => {
  const { t } = useTranslationRef(ownershipTranslationRef);
  const ownership = useApi(ownershipApiRef);
  const load = useCallback(
    (signal: AbortSignal) => ownership.policyStatus({ signal }),
    [ownership],
  );
  const { value: status, error, isLoading, reload } = useLoad(load);
  usePolling({
    poll: reload,
    isActive: !isLoading,
    everyMs: POLL_MS,
    tick: status,
  });

  if (error && !status) {
    return (
      <Alert
        role="status"
        status="warning"
        icon
        title={t('policy.unknown.title')}
        description={t('policy.unknown.text', {
          cause: describeError(error).message,
        })}
        customActions={
          <Button variant="secondary" onPress={reload} isPending={isLoading}>
            {t('policy.unknown.retry')}
          </Button>
        }
      />
    );
  }
  if (!status || status.state === 'current') return null;

  const errors = status.problems.filter(
    problem => problem.severity === 'error',
  );
  const isOutdated = status.state === 'outdated';
  return (
    <Alert
      role="alert"
      status={isOutdated ? 'warning' : 'danger'}
      icon
      title={t(isOutdated ? 'policy.outdated.title' : 'policy.missing.title')}
      description={
        <Flex direction="column" gap="2">
          <div>
            {t(isOutdated ? 'policy.outdated.text' : 'policy.missing.text')}{' '}
            {isOutdated && status.loadedAt && (
              <>
                {t('policy.outdated.since')}{' '}
                <RelativeTime value={status.loadedAt} />.
              </>
            )}
          </div>
          <ProblemList problems={errors} />
        </Flex>
      }
    />
  );
};
