// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { changeOf, previewOf } from './changes';
import { DEV, unitOf } from './templates';

/** A route of ours that may write, and what somebody without any right gets. */
export interface GateRow {
  /** What it passes before it does anything. */
  gate: string;
  body?: object;
  /** What a guest gets. */
  refused: { status: number; body: object };
}

const FILES = {
  [`${DEV}/guests-db/terragrunt.hcl`]: unitOf('postgres-database'),
};
const TARGET = {
  action: 'service.deploy',
  environment: 'dev',
  service: 'payments-api',
};

const error = (status: number, code: string) => ({
  status,
  body: { error: { code } },
});

/** Every route of ours that is not GET or HEAD. */
export const GATED_ROUTES: Record<string, GateRow> = {
  'post self-service/requests': {
    gate: 'change gate',
    body: changeOf(FILES),
    refused: error(403, 'policy-denied'),
  },
  'post self-service/requests/preview': {
    gate: 'change gate; writes nothing',
    body: previewOf(FILES),
    refused: error(403, 'policy-denied'),
  },
  'post self-service/requests/:id/submit': {
    gate: 'the rules of requests; others do not learn that it is there',
    refused: error(404, 'request-not-found'),
  },
  'post self-service/requests/:id/discard': {
    gate: 'the rules of requests; others do not learn that it is there',
    refused: error(404, 'request-not-found'),
  },
  'post self-service/requests/:id/revise': {
    gate: 'the rules of requests; others do not learn that it is there',
    body: { payload: previewOf(FILES).payload },
    refused: error(404, 'request-not-found'),
  },
  'post self-service/requests/:id/approve': {
    gate: 'the rules of requests; others do not learn that it is there',
    body: { planDigest: 'a'.repeat(64) },
    refused: error(404, 'request-not-found'),
  },
  'post self-service/requests/:id/reject': {
    gate: 'the rules of requests; others do not learn that it is there',
    body: { planDigest: 'a'.repeat(64), comment: 'No' },
    refused: error(404, 'request-not-found'),
  },
  'post self-service/requests/:id/request-changes': {
    gate: 'the rules of requests; others do not learn that it is there',
    body: { planDigest: 'a'.repeat(64), comment: 'No' },
    refused: error(404, 'request-not-found'),
  },
  'post self-service/requests/:id/cancel': {
    gate: 'the rules of requests; others do not learn that it is there',
    refused: error(404, 'request-not-found'),
  },
  'post self-service/requests/:id/retry': {
    gate: 'the rules of requests; others do not learn that it is there',
    refused: error(404, 'request-not-found'),
  },
  'post self-service/requests/:id/comment': {
    gate: 'the rules of requests; others do not learn that it is there',
    body: { text: 'Hello' },
    refused: error(404, 'request-not-found'),
  },
  'post self-service/requests/:id/report': {
    gate: 'the token of the request, or a service; never a person',
    body: { status: 'succeeded' },
    refused: { status: 403, body: { error: { name: 'NotAllowedError' } } },
  },
  'patch self-service/requests/:id/report': {
    gate: 'the token of the request, or a service; never a person',
    body: { status: 'SUCCESS' },
    refused: { status: 403, body: { error: { name: 'NotAllowedError' } } },
  },
  'post self-service/requests/:id/report/logs': {
    gate: 'the token of the request, or a service; never a person',
    body: { message: 'Hello' },
    refused: { status: 403, body: { error: { name: 'NotAllowedError' } } },
  },
  'post self-service/report/token': {
    gate: 'the OIDC token of a pipeline that is configured',
    body: { token: 'none' },
    refused: error(401, 'report-token-refused'),
  },
  'post self-service/resources/:id/extend': {
    gate: 'those whom the resource belongs to; past its maximum a request',
    body: { by: 'P1D', reason: 'Not done yet' },
    refused: error(404, 'resource-not-found'),
  },
  'post self-service/resources/:id/keep': {
    gate: 'those whom the resource belongs to',
    body: { reason: 'Not done yet' },
    refused: error(404, 'resource-not-found'),
  },
  'post self-service/.well-known/backstage/permissions/apply-conditions': {
    gate: "the framework's; services alone",
    body: { items: [] },
    refused: { status: 403, body: { error: { name: 'NotAllowedError' } } },
  },
  // Registered actions: the framework's routes, by which whoever calls comes to our own ones and no further.
  'post self-service/.backstage/actions/v1/actions/:actionId/invoke': {
    gate: 'change gate, as whoever calls',
    body: { ...previewOf(FILES).payload, submit: 'now' },
    refused: error(403, 'policy-denied'),
  },
  'post self-service/.backstage/actions/v2/actions/:actionId/invoke': {
    gate: 'change gate, as whoever calls',
    body: { input: { ...previewOf(FILES).payload, submit: 'now' } },
    refused: error(403, 'policy-denied'),
  },
  'post ownership/decide': {
    gate: 'writes nothing; answers about oneself',
    body: { target: TARGET },
    refused: { status: 200, body: { decision: 'deny' } },
  },
  'post ownership/explain': {
    gate: 'writes nothing; about others for administrators',
    body: { target: TARGET, userEntityRef: 'user:default/pia' },
    refused: error(403, 'ownership-not-yourself'),
  },
  'post ownership/simulate': {
    gate: 'writes nothing; members of a team of the policy',
    body: { policy: 'kind: OwnershipPolicy' },
    refused: error(403, 'ownership-team-only'),
  },
  'post ownership/break-glass': {
    gate: 'members of the teams that breakGlass names',
    body: { reason: 'To get in', ticket: 'INC-1', minutes: 10 },
    refused: error(403, 'ownership-break-glass-team'),
  },
  'post ownership/break-glass/:id/approve': {
    gate: 'a second member of those teams',
    refused: error(403, 'ownership-break-glass-team'),
  },
  'post ownership/break-glass/:id/close': {
    gate: 'members of those teams, and administrators; for others it is not there',
    refused: error(404, 'ownership-break-glass-unknown'),
  },
  'post ownership/.well-known/backstage/permissions/apply-conditions': {
    gate: "the framework's; services alone",
    body: { items: [] },
    refused: { status: 403, body: { error: { name: 'NotAllowedError' } } },
  },
};
