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

/** The front end answers every address with its page, which is neither a report nor an export. */
export const fetchData: typeof fetch = async (...call) => {
  const response = await fetch(...call);
  const type = response.headers.get('content-type') ?? '';
  if (response.ok && type.startsWith('text/html')) {
    throw new TypeError('a web page came instead');
  }
  return response;
};

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
    fetch: fetchData,
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
      const { url = '', token = '' } = options;
      const reason = isError(error.cause) ? error.cause.message : error.message;
      throw cliError('cli-portal-unreachable', {
        url,
        // A token that no header can hold is quoted in the reason.
        reason: reason.replaceAll(`Bearer ${token}`, 'Bearer …'),
      });
    }
    throw error;
  }
}
