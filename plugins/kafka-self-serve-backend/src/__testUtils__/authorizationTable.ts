// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { environmentInput } from './examples';

/** Nobody, a guest, the team that owns it, another team, the owner of the store, an administrator, a service. */
export const WHO = ['nobody', 'gus', 'olga', 'pia', 'dan', 'pat', 'service'];

const READ = [401, 200, 200, 200, 200, 200, 403];
/** Of what is not there, whoever asks. */
const NOT_THERE = [401, 404, 404, 404, 404, 404, 403];
const ADMINISTRATORS = (status: number) => [
  401,
  403,
  403,
  403,
  403,
  status,
  403,
];
/** A request of olga's in prod, which waits for the owner of the store; her team, and administrators, read it too. */
const READERS = [401, 403, 200, 403, 200, 200, 403];
const DIGEST = { planDigest: 'a'.repeat(64) };

let keys = 0;
export const topicRequest = () => ({
  kind: 'kafka.topic',
  payload: {
    operation: 'create',
    environment: 'prod',
    instance: 'orders@prod',
    name: `orders.authorized-${keys++}`,
  },
});

/** Who gets which status. */
export const TABLE: Record<
  string,
  { path?: string; body?: () => object; statuses: number[] }
> = {
  'get /environments': { statuses: READ },
  'post /environments': {
    body: () => environmentInput({ name: 'extra' }),
    statuses: ADMINISTRATORS(201),
  },
  'post /environments/test': {
    body: () => ({ connection: 'spare' }),
    statuses: ADMINISTRATORS(200),
  },
  'get /environments/:name': { path: '/environments/dev', statuses: READ },
  // From the configuration, so it is changed there.
  'put /environments/:name': {
    path: '/environments/dev',
    body: () => environmentInput({ name: 'dev' }),
    statuses: ADMINISTRATORS(409),
  },
  'delete /environments/:name': {
    path: '/environments/dev',
    statuses: ADMINISTRATORS(409),
  },
  'post /environments/:name/sync': {
    path: '/environments/dev/sync',
    statuses: READ,
  },
  'get /definitions': { statuses: ADMINISTRATORS(200) },
  'get /connections': { statuses: ADMINISTRATORS(200) },
  'get /applications': { statuses: READ },
  'get /applications/:name': { path: '/applications/orders', statuses: READ },
  'get /limits': { statuses: READ },
  'get /grants': { statuses: READ },
  'get /credentials': { statuses: READ },
  // A password waits for nobody.
  'post /passwords/:requestId': {
    path: '/passwords/none',
    statuses: NOT_THERE,
  },
  'get /topics': { statuses: READ },
  'get /topics/:environment/:name': {
    path: '/topics/prod/orders.a',
    statuses: READ,
  },
  'get /groups': { statuses: READ },
  'get /groups/:environment/:groupId': {
    path: '/groups/prod/none',
    statuses: NOT_THERE,
  },
  'post /offset-preview': {
    body: () => ({
      environment: 'prod',
      instance: 'orders@prod',
      group: 'orders.none',
      strategy: { kind: 'latest' },
    }),
    // With the problem in words: there is no such group.
    statuses: READ,
  },
  'get /subjects': { statuses: READ },
  'get /subjects/:environment/:name': {
    path: '/subjects/prod/none',
    statuses: NOT_THERE,
  },
  'get /subjects/:environment/:name/versions/:version': {
    path: '/subjects/prod/none/versions/1',
    statuses: NOT_THERE,
  },
  'get /acls': { statuses: READ },
  'get /policies': { statuses: READ },
  'get /policies/:name': { path: '/policies/none', statuses: NOT_THERE },
  'put /policies/:name': {
    path: '/policies/spare',
    body: () => ({ constraints: [] }),
    statuses: ADMINISTRATORS(200),
  },
  'delete /policies/:name': {
    path: '/policies/none',
    statuses: ADMINISTRATORS(404),
  },
  'get /drift': { statuses: READ },
  'post /drift/:id': {
    path: '/drift/none',
    body: () => ({ choice: 'ignore' }),
    statuses: NOT_THERE,
  },
  'get /orphans': { statuses: READ },
  'get /import-suggestions': {
    path: '/import-suggestions?environment=prod',
    statuses: ADMINISTRATORS(200),
  },
  'post /import': {
    body: () => ({ environment: 'prod', topics: [] }),
    statuses: ADMINISTRATORS(200),
  },
  'post /promotion-diff': {
    body: () => ({ from: 'dev', topics: ['none'] }),
    statuses: READ,
  },
  'post /files/plan': {
    body: () => ({
      environment: 'prod',
      instance: 'orders@prod',
      content: 'topics: []',
    }),
    statuses: READ,
  },
  'get /files/export': {
    path: '/files/export?environment=prod',
    statuses: READ,
  },
  'get /openapi.json': { statuses: READ },
  // For the catalog.
  'get /entities': { statuses: [401, 403, 403, 403, 403, 403, 200] },
  // For the search.
  'get /search/topics': { statuses: [401, 403, 403, 403, 403, 403, 200] },

  'post /requests/preview': {
    body: topicRequest,
    // The guest and the other team own nothing of it; the store's owner asks for nobody; administrators may.
    statuses: [401, 403, 200, 403, 403, 200, 403],
  },
  'post /requests': {
    body: () => ({ ...topicRequest(), idempotencyKey: `table-${keys++}` }),
    statuses: [401, 403, 201, 403, 403, 201, 403],
  },
  'get /requests': { statuses: READ },
  'get /requests/counts': { statuses: READ },
  'get /requests/export': {
    path: '/requests/export?format=csv',
    // Of what each may read.
    statuses: READ,
  },
  'get /requests/verify': { statuses: ADMINISTRATORS(200) },
  'get /requests/me': { statuses: READ },
  'get /requests/:id': { statuses: READERS },
  'get /requests/:id/comments': { statuses: READERS },
  'get /requests/:id/events': { statuses: READERS },
  'get /requests/:id/logs': { statuses: READERS },
  'post /requests/:id/submit': {
    statuses: [401, 403, 409, 403, 403, 403, 403],
  },
  'post /requests/:id/discard': {
    statuses: [401, 403, 409, 403, 403, 403, 403],
  },
  'post /requests/:id/revise': {
    body: () => ({ payload: {}, rowVersion: 1 }),
    // Whoever may decide may revise instead, and is an author from then on.
    statuses: [401, 403, 409, 403, 409, 403, 403],
  },
  // The author has no say about it, and neither has an administrator whom the policy does not name.
  'post /requests/:id/approve': {
    body: () => DIGEST,
    statuses: [401, 403, 403, 403, 409, 403, 403],
  },
  'post /requests/:id/reject': {
    body: () => ({ ...DIGEST, comment: 'No' }),
    statuses: [401, 403, 403, 403, 409, 403, 403],
  },
  'post /requests/:id/request-changes': {
    body: () => ({ ...DIGEST, comment: 'No' }),
    statuses: [401, 403, 403, 403, 409, 403, 403],
  },
  'post /requests/:id/retry': {
    statuses: [401, 403, 409, 403, 403, 409, 403],
  },
  'post /requests/:id/comment': {
    body: () => ({ text: 'Hello' }),
    statuses: [401, 403, 201, 403, 201, 201, 403],
  },
  // Last, since it ends the request.
  'post /requests/:id/cancel': {
    statuses: [401, 403, 200, 403, 403, 409, 403],
  },
};
