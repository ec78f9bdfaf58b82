// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { z } from 'zod';
import type { ListRequestsInput, RequestFilters } from '../api';
import type { Decision, Execution } from '../types';
import { REQUEST_LIMITS } from './limits';
import { text } from './text';

const { filterValues, pageItems, searchCharacters } = REQUEST_LIMITS;

const DECISIONS = [
  'draft',
  'pending',
  'changes-requested',
  'approved',
  'rejected',
  'cancelled',
  'expired',
] as const satisfies Decision[];

const EXECUTIONS = [
  'none',
  'queued',
  'running',
  'waiting',
  'succeeded',
  'failed',
  'partially-applied',
  'compensated',
] as const satisfies Execution[];

/**
 * Values of a query parameter that may come several times. Query parsers hand it over as a string, an array, or, when
 * there are many, as an object with numbers for names.
 */
function valuesOf(value: unknown): unknown {
  if (value === undefined) return undefined;
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return value;
  const values = Object.entries(value);
  return values.every(([name], index) => name === String(index))
    ? values.map(([, each]) => each)
    : value;
}

/** Without blanks; a filter that is left blank is no filter. */
function filled(values: unknown): unknown {
  if (!Array.isArray(values)) return values;
  const left = values
    .map(value => (typeof value === 'string' ? value.trim() : value))
    .filter(value => value !== '');
  return left.length > 0 ? left : undefined;
}

const repeated = <TItem extends z.ZodType>(item: TItem) =>
  z.preprocess(
    value => filled(valuesOf(value)),
    z.array(item).max(filterValues).optional(),
  );

const listed = <TItem extends z.ZodType>(item: TItem) =>
  z.preprocess(value => {
    const values = valuesOf(value);
    return filled(
      Array.isArray(values)
        ? values.flatMap(each =>
            typeof each === 'string' ? each.split(',') : [each],
          )
        : values,
    );
  }, z.array(item).max(filterValues).optional());

const name = text(500);

const flag = z
  .enum(['true', 'false'])
  .transform(value => value === 'true')
  .optional();

/** To UTC with milliseconds, so that times compare as texts too. */
const moment = z
  .union([z.iso.datetime({ offset: true }), z.iso.date()], {
    error: 'write an ISO 8601 date or time, like 2026-11-22T10:00:00Z',
  })
  .transform(value => new Date(value).toISOString())
  .optional();

const filters = {
  decision: listed(z.enum(DECISIONS)),
  execution: listed(z.enum(EXECUTIONS)),
  kind: listed(name),
  environment: listed(name),
  owner: listed(name),
  requester: listed(name),
  // Paths may have commas.
  resource: repeated(name),
  waitingForMe: flag,
  mine: flag,
  text: text(searchCharacters)
    .transform(value => value || undefined)
    .optional(),
  since: moment,
  until: moment,
};

/**
 * Filters in a query string, as `GET /requests/counts` takes them: several values as repeated parameters or, but for
 * `resource`, with commas.
 *
 * @public
 */
export const requestFiltersSchema = z.strictObject(
  filters,
) satisfies z.ZodType<RequestFilters>;

/** Query of `GET /requests`: 20 items, newest first, if nothing else is asked for. @public */
export const listRequestsSchema = z.strictObject({
  ...filters,
  cursor: z.string().min(1).max(1000).optional(),
  limit: z.coerce.number().int().min(1).max(pageItems).default(20),
  order: z.enum(['newest', 'oldest']).default('newest'),
}) satisfies z.ZodType<ListRequestsInput>;

/** Query of `GET /requests/export`. @public */
export const exportRequestsSchema = z.strictObject({
  ...filters,
  format: z.enum(['ndjson', 'csv']),
}) satisfies z.ZodType<RequestFilters & { format: 'ndjson' | 'csv' }>;

/** Query of `GET /requests/:id/logs`: lines after a sequence, from the first if left out. @public */
export const logsQuerySchema = z.strictObject({
  after: z.coerce.number().int().min(0).default(0),
});
