// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { createHash } from 'node:crypto';
import type { Knex } from 'knex';
import { requestError } from '../errors';
import { insertAll, isUniqueViolation } from './connection';
import type { StoredRequest } from './types';

/** How often it is tried again when a holder let go while it was looked up. */
const ATTEMPTS = 5;

export function resourceKey(ref: string): string {
  return createHash('sha256').update(ref).digest('hex');
}

interface ResourceRow {
  number: number;
  resource_key: string;
  resource_ref: string;
  held: boolean;
}

/** In one order everywhere, so that two requests for the same two resources do not wait for each other. */
export function resourceRows(
  request: Pick<StoredRequest, 'number' | 'resourceRefs' | 'holdsResources'>,
): ResourceRow[] {
  const { number, resourceRefs, holdsResources } = request;
  return [...new Set(resourceRefs)]
    .map(ref => ({
      number,
      resource_key: resourceKey(ref),
      resource_ref: ref,
      held: holdsResources,
    }))
    .sort((a, b) => (a.resource_key < b.resource_key ? -1 : 1));
}

/**
 * Writes the resources of a request. An index lets only one open request hold a resource: of two at once the second waits
 * for the first and then fails with a unique violation.
 */
export async function writeResources(
  transaction: Knex.Transaction,
  request: StoredRequest,
): Promise<void> {
  await transaction('requests_resources')
    .where({ number: request.number })
    .delete();
  await insertAll(transaction, 'requests_resources', resourceRows(request));
}

/** Open requests that hold any of the resources. */
export async function findHolders(
  knex: Knex,
  resourceRefs: readonly string[],
): Promise<{ id: string; number: number; resourceRef: string }[]> {
  const keys = [...new Set(resourceRefs)].map(resourceKey);
  return knex('requests_resources')
    .join('requests', 'requests.number', 'requests_resources.number')
    .whereIn('requests_resources.resource_key', keys)
    .whereRaw('requests_resources.held')
    .orderBy('requests.number')
    .select({
      id: 'requests.id',
      number: 'requests.number',
      resourceRef: 'requests_resources.resource_ref',
    });
}

/**
 * Runs what writes the resources of a request in a transaction of its own.
 *
 * @throws ConflictError `resource-busy` that names the request which holds one of them
 */
export async function refuseBusy<TResult>(
  knex: Knex,
  request: Pick<StoredRequest, 'id' | 'resourceRefs'>,
  write: () => Promise<TResult>,
): Promise<TResult> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await write();
    } catch (error) {
      if (!isUniqueViolation(error)) throw error;
      const holders = await findHolders(knex, request.resourceRefs);
      const holder = holders.find(({ id }) => id !== request.id);
      if (holder) {
        const { id, number, resourceRef } = holder;
        throw requestError(
          'resource-busy',
          { resource: resourceRef, number },
          { details: { openRequest: { id, number } } },
        );
      }
      if (attempt >= ATTEMPTS) throw error;
    }
  }
}
