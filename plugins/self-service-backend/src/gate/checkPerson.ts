// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type {
  AuthService,
  BackstageCredentials,
} from '@backstage/backend-plugin-api';
import { selfServiceError } from '../errors';

/**
 * Whoever is asked about is who calls.
 *
 * @throws NotAllowedError `user-required`
 */
export function checkPerson(
  credentials: BackstageCredentials,
  options: { auth: AuthService; userRef: string },
): void {
  const { auth, userRef } = options;
  const isUser = auth.isPrincipal(credentials, 'user');
  if (isUser && credentials.principal.userEntityRef === userRef) return;
  const isService = auth.isPrincipal(credentials, 'service');
  const subject = isService ? credentials.principal.subject : 'nobody';
  throw selfServiceError('user-required', {
    principal: isUser ? credentials.principal.userEntityRef : subject,
  });
}
