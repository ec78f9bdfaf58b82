// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Alert, Flex } from '@backstage/ui';
import type { Problem } from '@fairway/backstage-plugin-kafka-self-serve-common';
import { LinkedText, LoadError } from '@fairway/requests-react';
import { kafkaSelfServeTranslationRef } from '../translation';

/** What the server found wrong beside the first, which is its message. */
export function problemsOf(error: Error): Problem[] {
  const { body } = error as {
    body?: { error?: { details?: { problems?: unknown } } };
  };
  const problems = body?.error?.details?.problems;
  return Array.isArray(problems) ? problems : [];
}

/** Everything that is wrong: errors stop, warnings do not. */
export const ProblemList = (props: { problems: Problem[] }) => (
  <Flex direction="column" gap="2">
    {props.problems.map(({ code, path, severity, message }) => (
      <Alert
        key={`${code} ${path.join('/')}`}
        role="status"
        icon
        status={severity === 'error' ? 'danger' : 'warning'}
        title={<LinkedText>{message}</LinkedText>}
      />
    ))}
  </Flex>
);

/** Why something that was sent did not go through. */
export const SendError = (props: {
  error: Error;
  title: string;
  onRetry: () => void;
}) => {
  const { error, title, onRetry } = props;
  const { t } = useTranslationRef(kafkaSelfServeTranslationRef);
  const problems = problemsOf(error);
  return problems.length > 0 ? (
    <ProblemList problems={problems} />
  ) : (
    <LoadError
      error={error}
      title={title}
      notAllowedTitle={t('send.notAllowed')}
      onRetry={onRetry}
    />
  );
};
