// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

/**
 * The request engine: store, service, worker, outbox, event chain, router.
 *
 * @packageDocumentation
 */

export * from './types';
export type {
  Caller,
  RequestOperations,
  RequestService,
} from './service/types';
export * from './store';
export {
  DefaultRequestService,
  type RequestServiceOptions,
} from './service/DefaultRequestService';
export type { WebhookPlaces } from './service/news';
export {
  createRequestEngine,
  type RequestEngine,
  type RequestEngineOptions,
} from './worker/createRequestEngine';
export {
  RequestWorker,
  type RequestWorkerOptions,
} from './worker/RequestWorker';
export type { Deliver } from './worker/Outbox';
export type { RetryOptions } from './worker/Retries';
export type { PhaseInput } from './worker/stepsOf';
export * from './failpoints';
export {
  createRequestsRouter,
  type RequestsRouterOptions,
} from './http/createRequestsRouter';
export { type CallerOptions, RequestCallers } from './http/RequestCallers';
export { protectedRequests } from './http/protectedRequests';
export {
  type InputIssue,
  inputIssues,
  inputProblems,
} from './http/inputProblems';
export * from './registry';
export * from './schema';
export { AuditedRequests } from './audit/AuditedRequests';
export {
  AuthorizedRequests,
  type AuthorizedRequestsOptions,
} from './permissions/AuthorizedRequests';
export { registerRequestPermissions } from './permissions/registerRequestPermissions';
export {
  createRequestRules,
  type RequestResource,
  requestResourceRefOf,
} from './permissions/rules';
export { createRequestMetrics, type RequestMetrics } from './metrics';
export {
  createDelivery,
  type DeliveryOptions,
  requestChannel,
} from './delivery/createDelivery';
export type { News, NewsEvent } from './delivery/types';
export {
  signatureOf,
  WebhookSender,
  type WebhookTarget,
} from './delivery/WebhookSender';
export {
  isRequestError,
  REQUEST_ERRORS,
  type RequestError,
  type RequestErrorCode,
} from './errors';
