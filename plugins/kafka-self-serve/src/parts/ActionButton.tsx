// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { Button, ButtonLink, Flex, Text } from '@backstage/ui';
import type { RequestAction } from '@fairway/requests-common';
import { LinkedText } from '@fairway/requests-react';
import { useId } from 'react';
import styles from './parts.module.css';

/** A button that says why it is of no use now. With `href` it leads somewhere. */
export const ActionButton = (props: {
  action: RequestAction;
  children: string;
  variant?: 'primary' | 'secondary';
  href?: string;
  onPress?: () => void;
  isPending?: boolean;
  /** Id of the cause, where it is said once for several. */
  causeId?: string;
}) => {
  const { action, children, href, onPress, isPending, causeId } = props;
  const { variant = 'secondary' } = props;
  const id = useId();
  if (action.allowed && href !== undefined) {
    return (
      <ButtonLink variant={variant} href={href}>
        {children}
      </ButtonLink>
    );
  }
  return (
    <Flex direction="column" gap="1" align="start">
      <Button
        variant={variant}
        isDisabled={!action.allowed}
        isPending={isPending}
        onPress={onPress}
        aria-describedby={
          !action.allowed && action.because ? causeId ?? id : undefined
        }
      >
        {children}
      </Button>
      {!action.allowed && action.because && !causeId && (
        <Text
          id={id}
          variant="body-small"
          color="secondary"
          className={styles.cause}
        >
          <LinkedText>{action.because}</LinkedText>
        </Text>
      )}
    </Flex>
  );
};
