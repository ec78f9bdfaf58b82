// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { z } from 'zod';
import { backendError } from '../errors';

const ATTRIBUTE = /^request\.(.+)$/;

/** A name or a value, once; repeated keys and `a[b]=c` arrive as arrays and objects. */
const text = (key: string) =>
  z.string(`"${key}" is to be given once, as text`).max(1_000, {
    error: `"${key}" is longer than 1000 characters`,
  });

export interface MyTargetsQuery {
  action: string;
  service?: string;
  request: Record<string, string>;
}

/**
 * Reads `?action=&service=&request.<name>=`.
 *
 * @throws InputError `OWNERSHIP_QUERY_INVALID`
 */
export function parseMyTargetsQuery(query: object): MyTargetsQuery {
  let action: string | undefined;
  let service: string | undefined;
  const request = new Map<string, string>();
  for (const [key, given] of Object.entries(query)) {
    const attribute = ATTRIBUTE.exec(key)?.[1];
    if (key !== 'action' && key !== 'service' && !attribute) {
      throw backendError('OWNERSHIP_QUERY_INVALID', {
        problem: `"${key}" does not exist; the parameters are "action", "service" and "request.<attribute>"`,
      });
    }
    const { data: value, error } = text(key).safeParse(given);
    if (value === undefined) {
      throw backendError('OWNERSHIP_QUERY_INVALID', {
        problem: error?.issues[0].message ?? `"${key}" cannot be read`,
      });
    }
    if (attribute) {
      request.set(attribute, value);
    } else if (key === 'action') {
      action = value;
    } else {
      service = value;
    }
  }
  if (!action) {
    throw backendError('OWNERSHIP_QUERY_INVALID', {
      problem: '"action" is missing, for example "action=service.deploy"',
    });
  }
  return { action, service, request: Object.fromEntries(request) };
}
