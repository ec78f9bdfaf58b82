// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { ProxiedSignInPage } from '@backstage/core-components';
import { IdentityApi } from '@backstage/frontend-plugin-api';
import { useCallback, useState } from 'react';
import { forgetOnSignOut } from './forgetOnSignOut';
import { SignInFailure } from './SignInFailure';

/** Gets an identity for the chosen persona from the auth provider `personas`. */
export const PersonaSession = (props: {
  userRef: string;
  onSignInSuccess(identity: IdentityApi): void;
  onLeave(): void;
}) => {
  const { userRef, onLeave, onSignInSuccess } = props;
  const [attempt, setAttempt] = useState(0);

  const ErrorComponent = useCallback(
    ({ error }: { error?: Error }) => (
      <SignInFailure
        error={error}
        onRetry={() => setAttempt(previous => previous + 1)}
        onLeave={onLeave}
      />
    ),
    [onLeave],
  );

  return (
    <ProxiedSignInPage
      key={attempt}
      provider="personas"
      headers={{ 'x-fairway-persona': userRef }}
      onSignInSuccess={identity => onSignInSuccess(forgetOnSignOut(identity))}
      ErrorComponent={ErrorComponent}
    />
  );
};
