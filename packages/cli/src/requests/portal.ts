// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type { ResponseError } from '@backstage/errors';
import { isError } from '@backstage/errors';
import { RequestsClient } from '@fairway/requests-common';
import { cliError } from '../errors';

/** Which portal, as whom. */
export interface PortalOptions {
  url?: string;
  token?: string;
  plugin: string;
}

/** The requests of one plugin of a portal, with the token of the person who runs the command. */
export function requestsOf({ url, token, plugin }: PortalOptions) {
  if (!url) {
    throw cliError('cli-portal-missing', {
      what: 'address',
      option: '--url https://portal.example.com',
      variable: 'FAIRWAY_URL',
    });
  }
  if (!token) {
    throw cliError('cli-portal-missing', {
      what: 'token of a person',
      option: '--token …',
      variable: 'FAIRWAY_TOKEN',
    });
  }
  const base = url.replace(/\/+$/, '');
  const client = RequestsClient.create({
    discovery: { getBaseUrl: async id => `${base}/api/${id}` },
    pluginId: plugin,
  });
  return { client, call: { token } };
}

/** What the portal refuses comes out in its own words, with its code for scripts. */
export async function inPortalsWords<T>(
  options: PortalOptions,
  run: () => Promise<T>,
): Promise<T> {
  try {
    return await run();
  } catch (error) {
    const isRefusal = isError(error) && error.name === 'ResponseError';
    if (isRefusal) {
      const { cause } = error as unknown as ResponseError;
      throw cliError('cli-portal-refused', {
        reason:
          'code' in cause ? `${cause.message} (${cause.code})` : cause.message,
      });
    }
    if (isError(error) && error.name === 'TypeError') {
      throw cliError('cli-portal-unreachable', {
        url: options.url ?? '',
        reason: isError(error.cause) ? error.cause.message : error.message,
      });
    }
    throw error;
  }
}
