// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type { HttpAuthService } from '@backstage/backend-plugin-api';
import type { Request } from 'express';
import type { Reader } from '../reads/BaseReads';

/** Whose reading a call is; people only. */
export async function readerOf(
  request: Request,
  httpAuth: HttpAuthService,
): Promise<Reader> {
  const credentials = await httpAuth.credentials(request, { allow: ['user'] });
  return { userRef: credentials.principal.userEntityRef, credentials };
}
