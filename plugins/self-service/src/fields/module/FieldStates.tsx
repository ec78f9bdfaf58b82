// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { Flex, Skeleton, Text, VisuallyHidden } from '@backstage/ui';
import { LoadError } from '@fairway/requests-react';
import type { ReactNode } from 'react';

/** What a field shows under its label while it asks. */
export const FieldSkeleton = (props: { label: string; loading: string }) => (
  <Flex direction="column" gap="2">
    <Text as="div">{props.label}</Text>
    <div role="status">
      <VisuallyHidden>{props.loading}</VisuallyHidden>
      <Flex direction="column" gap="3" aria-hidden="true">
        <Skeleton width="100%" height={56} />
        <Skeleton width="100%" height={56} />
      </Flex>
    </div>
  </Flex>
);

/** What it shows when the answer was an error. */
export const FieldError = (props: {
  label: string;
  error: Error;
  title: string;
  notAllowedTitle: string;
  onRetry: () => void;
  isRetrying: boolean;
}) => {
  const { label, ...error } = props;
  return (
    <Flex direction="column" gap="2">
      <Text as="div">{label}</Text>
      <LoadError {...error} />
    </Flex>
  );
};

/** A named group in a field. */
export const FieldGroup = (props: {
  title: string;
  className: string;
  children: ReactNode;
}) => (
  <fieldset className={props.className}>
    <legend>{props.title}</legend>
    {props.children}
  </fieldset>
);
