// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { ResponseError } from '@backstage/errors';
import type { SelfServiceRequestOptions } from './api';
import type { SelfServiceClientOptions } from './SelfServiceClient';

const PLUGIN_ID = 'self-service';

/**
 * Asks the self-service backend, by `POST` where there is a body.
 *
 * @throws ResponseError
 */
export async function callSelfService<T>(
  { discoveryApi, fetchApi }: SelfServiceClientOptions,
  path: string,
  { token, signal }: SelfServiceRequestOptions = {},
  body?: object,
): Promise<T> {
  const baseUrl = await discoveryApi.getBaseUrl(PLUGIN_ID);
  const doFetch = fetchApi?.fetch ?? fetch;
  const response = await doFetch(`${baseUrl}${path}`, {
    method: body ? 'POST' : 'GET',
    headers: {
      ...(token !== undefined && { Authorization: `Bearer ${token}` }),
      ...(body && { 'Content-Type': 'application/json' }),
    },
    ...(body && { body: JSON.stringify(body) }),
    signal,
  });
  if (!response.ok) throw await ResponseError.fromResponse(response);
  return response.json();
}
