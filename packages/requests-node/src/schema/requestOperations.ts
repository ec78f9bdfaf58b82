// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import {
  approveRequestSchema,
  cancelRequestSchema,
  commentRequestSchema,
  createRequestSchema,
  emptyRequestSchema,
  exportRequestsSchema,
  listRequestsSchema,
  logsQuerySchema,
  previewRequestSchema,
  rejectRequestSchema,
  requestFiltersSchema,
  reviseRequestSchema,
} from '@fairway/requests-common';
import type { ApiOperation } from './types';

const PEOPLE = 'signed-in people';
const READERS =
  'its requester, their teams, those who decide about it, and administrators';
const DECIDERS =
  'the people whom its approval asks, never the requester or an author';
const REQUESTER = 'its requester';

const COLLECTION: ApiOperation[] = [
  {
    id: 'previewRequest',
    method: 'post',
    path: '/requests/preview',
    summary: 'Plans, and keeps nothing',
    who: PEOPLE,
    answer: 'RequestPreview',
    body: previewRequestSchema,
  },
  {
    id: 'createRequest',
    method: 'post',
    path: '/requests',
    summary: 'Makes a draft, and submits it where `submit` is `now`',
    who: PEOPLE,
    answer: '{ request: RequestDetail, created: boolean }',
    status: 201,
    also: { 200: 'The one that this idempotency key made before' },
    body: createRequestSchema,
  },
  {
    id: 'listRequests',
    method: 'get',
    path: '/requests',
    summary: 'One page of the requests that the caller may read',
    who: PEOPLE,
    answer: 'RequestPage',
    query: listRequestsSchema,
  },
  {
    id: 'countRequests',
    method: 'get',
    path: '/requests/counts',
    summary: 'How many there are in each state, with the same filters',
    who: PEOPLE,
    answer: 'RequestCounts',
    query: requestFiltersSchema,
  },
  {
    id: 'exportRequests',
    method: 'get',
    path: '/requests/export',
    summary: 'The requests that the caller may read, with their history',
    who: PEOPLE,
    answer: 'a line for each request (NDJSON) or each event (CSV)',
    media: ['application/x-ndjson', 'text/csv'],
    query: exportRequestsSchema,
  },
  {
    id: 'verifyRequests',
    method: 'get',
    path: '/requests/verify',
    summary: 'Whether every chain of events holds',
    who: 'administrators',
    answer: 'ChainReport',
  },
  {
    id: 'getCaller',
    method: 'get',
    path: '/requests/me',
    summary: 'Whether the caller administers these requests',
    who: PEOPLE,
    answer: 'RequestsCaller',
  },
];

const ONE: ApiOperation[] = [
  {
    id: 'getRequest',
    method: 'get',
    path: '/requests/{id}',
    summary: 'One request, whole, with what the caller may do now',
    who: READERS,
    answer: 'RequestDetail',
  },
  {
    id: 'getRequestComments',
    method: 'get',
    path: '/requests/{id}/comments',
    summary: 'What people said beside it, oldest first',
    who: READERS,
    answer: '{ items: RequestComment[] }',
  },
  {
    id: 'getRequestEvents',
    method: 'get',
    path: '/requests/{id}/events',
    summary: 'Its history, and whether its chain holds',
    who: READERS,
    answer: '{ items: RequestEvent[], chain: ChainReport }',
  },
  {
    id: 'getRequestLogs',
    method: 'get',
    path: '/requests/{id}/logs',
    summary: 'Lines of its log after a sequence',
    who: READERS,
    answer: '{ items: RequestLogLine[], more: boolean }',
    query: logsQuerySchema,
  },
];

/** What people do to one request; all but a comment answer the request as it is then. */
const ACTIONS: ApiOperation[] = (
  [
    ['submit', 'Puts a draft before those who decide', REQUESTER],
    ['discard', 'Throws a draft away', REQUESTER],
    [
      'revise',
      'Gives it another content; earlier approvals lapse',
      `${REQUESTER}, and those who decide, who then decide no more`,
    ],
    ['approve', 'Says yes to the plan that the digest names', DECIDERS],
    ['reject', 'Says no, with a reason', DECIDERS],
    ['request-changes', 'Asks the author to revise it', DECIDERS],
    [
      'cancel',
      'Withdraws it, and undoes what can be undone',
      `${REQUESTER} and administrators`,
    ],
    [
      'retry',
      'Takes it up again at the step that failed',
      `${REQUESTER} and administrators`,
    ],
    ['comment', 'Says something beside it', READERS],
  ] as const
).map(([action, summary, who]) => ({
  id: `${action.replace(/-(\w)/g, (_, letter) => letter.toUpperCase())}Request`,
  method: 'post',
  path: `/requests/{id}/${action}`,
  summary,
  who,
  ...(action === 'comment'
    ? { answer: 'RequestComment', status: 201 }
    : { answer: 'RequestDetail' }),
  body: {
    submit: emptyRequestSchema,
    discard: emptyRequestSchema,
    revise: reviseRequestSchema,
    approve: approveRequestSchema,
    reject: rejectRequestSchema,
    'request-changes': rejectRequestSchema,
    cancel: cancelRequestSchema,
    retry: emptyRequestSchema,
    comment: commentRequestSchema,
  }[action],
}));

/**
 * The routes of `createRequestsRouter`, for the OpenAPI document of a plugin. Types of answers are those of
 * `@fairway/requests-common`.
 *
 * @public
 */
export const REQUEST_OPERATIONS: readonly ApiOperation[] = [
  ...COLLECTION,
  ...ONE,
  ...ACTIONS,
];
