// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { describeError, ErrorPanel } from '../ErrorPanel';
import { LinkedText } from '../LinkedText';
import { NotAllowed } from '../NotAllowed';

/** Why a page could not be loaded: refused, or failed. */
export const LoadError = (props: {
  error: Error;
  title: string;
  notAllowedTitle: string;
  onRetry: () => void;
  isRetrying?: boolean;
}) => {
  const { error, title, notAllowedTitle, onRetry, isRetrying } = props;
  const { kind, message, rule, askFor } = describeError(error);
  if (kind === 'notAllowed') {
    return (
      <NotAllowed title={notAllowedTitle} rule={rule} askFor={askFor}>
        <LinkedText>{message}</LinkedText>
      </NotAllowed>
    );
  }
  return (
    <ErrorPanel
      title={title}
      error={error}
      onRetry={onRetry}
      isRetrying={isRetrying}
    />
  );
};
