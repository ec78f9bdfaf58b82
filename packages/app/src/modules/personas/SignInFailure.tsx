// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { isError, ResponseError } from '@backstage/errors';
import { Alert, Button, Flex } from '@backstage/ui';
import { useEffect } from 'react';
import styles from './personas.module.css';

const RETRY_MILLISECONDS = 2000;

/** What went wrong, and whether it passes by itself: a portal that starts is not broken. */
function explain(error: Error | undefined) {
  if (error instanceof ResponseError) {
    return {
      passing: error.response.status === 503,
      message: error.cause.message,
    };
  }
  if (isError(error) && error.name === 'TypeError') {
    return {
      passing: true,
      message: 'The backend does not answer yet. It may still be starting.',
    };
  }
  return { passing: false, message: error?.message ?? 'Unknown error' };
}

/** Says why nobody is signed in; asks again by itself while the portal is starting. */
export const SignInFailure = (props: {
  error?: Error;
  onRetry(): void;
  onLeave(): void;
}) => {
  const { onRetry, onLeave } = props;
  const { passing, message } = explain(props.error);

  useEffect(() => {
    if (!passing) {
      return undefined;
    }
    const timer = setTimeout(onRetry, RETRY_MILLISECONDS);
    return () => clearTimeout(timer);
  }, [passing, onRetry]);

  return (
    <main className={styles.failure}>
      <Alert
        role={passing ? 'status' : 'alert'}
        status={passing ? 'info' : 'danger'}
        isPending={passing}
        title={passing ? 'Almost there' : 'Error: sign-in failed'}
        description={message}
        customActions={
          <Flex gap="2">
            <Button variant="secondary" onPress={onRetry}>
              Try again
            </Button>
            <Button variant="tertiary" onPress={onLeave}>
              Be somebody else
            </Button>
          </Flex>
        }
      />
    </main>
  );
};
