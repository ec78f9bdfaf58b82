// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Alert, Button, Flex, Link, Skeleton, Text } from '@backstage/ui';
import type { ChainReport } from '@fairway/requests-common';
import {
  LoadError,
  type RequestSource,
  Section,
  useLoad,
} from '@fairway/requests-react';
import { useCallback } from 'react';
import { selfServiceTranslationRef } from '../../translation';

const Broken = (props: {
  broken: NonNullable<ChainReport['broken']>;
  source: RequestSource;
}) => {
  const { broken, source } = props;
  const { requestId, number, sequence, problem } = broken;
  const { t } = useTranslationRef(selfServiceTranslationRef);
  const page = source.pageOf({ id: requestId });
  const name = t('audit.chain.event', {
    number: String(number),
    sequence: String(sequence),
  });
  return (
    <Alert
      role="alert"
      status="danger"
      icon
      title={t('audit.chain.brokenTitle')}
      description={
        <>
          <div>
            {t('audit.chain.first')}{' '}
            {page ? <Link href={page}>{name}</Link> : name}. {problem}
          </div>
          <div>{t('audit.chain.remedy')}</div>
        </>
      }
    />
  );
};

/** Whether the histories are the ones that were written; names the first event that is not. */
export const ChainStatus = (props: { source: RequestSource }) => {
  const { source } = props;
  const { api } = source;
  const load = useCallback(
    (signal: AbortSignal) => api.verify({ signal }),
    [api],
  );
  const {
    value: report,
    error,
    isLoading: isVerifying,
    reload: verify,
  } = useLoad(load);
  const { t } = useTranslationRef(selfServiceTranslationRef);
  return (
    <Section title={t('audit.chain.title')}>
      {error && (
        <LoadError
          error={error}
          title={t('audit.chain.error')}
          notAllowedTitle={t('administration.notAllowed')}
          onRetry={verify}
          isRetrying={isVerifying}
        />
      )}
      <Flex direction="column" gap="3" align="start" aria-busy={isVerifying}>
        {!report && isVerifying && <Skeleton width="60%" height={24} />}
        <Text as="p" role="status">
          {isVerifying && t('audit.chain.verifying')}
          {!isVerifying &&
            report?.ok &&
            t('audit.chain.intact', {
              requests: String(report.requests),
              events: String(report.events),
            })}
        </Text>
        {report?.broken && <Broken broken={report.broken} source={source} />}
        {!error && (
          <Button variant="secondary" isPending={isVerifying} onPress={verify}>
            {t('audit.chain.verify')}
          </Button>
        )}
      </Flex>
    </Section>
  );
};
