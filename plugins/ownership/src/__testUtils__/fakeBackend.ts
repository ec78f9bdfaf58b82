// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type {
  BreakGlassRecord,
  BreakGlassResponse,
  ExplainRequest,
  ExplainResponse,
  MatrixPage,
  MeResponse,
  MyTargetsResponse,
  OpenBreakGlassRequest,
  PolicyStatusResponse,
  SimulateRequest,
  SimulateResponse,
  WhoCan,
} from '@fairway/backstage-plugin-ownership-common';
import {
  explanation,
  grantOf,
  matrixPage,
  me,
  myTargets,
  policyStatus,
  simulation,
  whoCan,
} from './fixtures';

/** An error as a Backstage backend sends it. */
export interface FakeError {
  status: number;
  name: string;
  message: string;
  code?: string;
  details?: unknown;
}

const isFakeError = (value: object): value is FakeError => 'status' in value;

type Answer<T> = T | FakeError | Promise<T | FakeError>;

/** An outage, as the backend sends it. */
export const AWAY: FakeError = {
  status: 503,
  name: 'ServiceUnavailableError',
  code: 'ownership-policy-missing',
  message: 'The ownership policy has no good revision yet.',
};

/** A refusal, as the backend sends it. */
export const REFUSED: FakeError = {
  status: 403,
  name: 'NotAllowedError',
  code: 'ownership-team-only',
  message: '"user:default/gus" is in no team of the ownership policy.',
  details: { by: 'default', askFor: ['group:default/platform'] },
};

/** Never answers. */
export const NEVER = () => new Promise<never>(() => {});

/** Answers the calls that the plugin's real client makes, with typed data. */
export class FakeBackend {
  /** Method, path and query of every call, in order. */
  readonly calls: string[] = [];
  /** Bodies of the calls that have one, in order. */
  readonly bodies: unknown[] = [];

  me: () => Answer<MeResponse> = me;
  myTargets: () => Answer<MyTargetsResponse> = myTargets;
  policyStatus: () => Answer<PolicyStatusResponse> = policyStatus;
  matrix: (query: URLSearchParams) => Answer<MatrixPage> = matrixPage;
  whoCan: (query: URLSearchParams) => Answer<WhoCan> = () => whoCan();
  explain: (body: ExplainRequest) => Answer<ExplainResponse> = () =>
    explanation();
  simulate: (body: SimulateRequest) => Answer<SimulateResponse> = () =>
    simulation();
  breakGlass: () => Answer<BreakGlassResponse> = () => ({ items: [] });
  openBreakGlass: (body: OpenBreakGlassRequest) => Answer<BreakGlassRecord> =
    body => grantOf(body);
  approveBreakGlass: (id: string) => Answer<BreakGlassRecord> = id =>
    grantOf({ id, state: 'active' });
  closeBreakGlass: (id: string) => Answer<BreakGlassRecord> = id =>
    grantOf({ id, state: 'closed' });

  /** Paths and queries of the calls to one path. */
  callsTo(path: string): string[] {
    return this.calls.filter(call => call.split(/[ ?]/)[1] === path);
  }

  readonly fetch: typeof fetch = async (input, init) => {
    const url = new URL(String(input));
    const path = url.pathname.replace(/^\/api\/ownership/, '');
    const method = init?.method ?? 'GET';
    this.calls.push(`${method} ${path}${url.search}`);
    const body = init?.body ? JSON.parse(String(init.body)) : undefined;
    if (body) this.bodies.push(body);
    const answer = await this.#answer(`${method} ${path}`, {
      query: url.searchParams,
      body,
    });
    if (!isFakeError(answer)) return Response.json(answer);
    const { status, ...error } = answer;
    return Response.json(
      { error, response: { statusCode: status } },
      { status },
    );
  };

  #answer(
    route: string,
    { query, body }: { query: URLSearchParams; body: unknown },
  ): Answer<object> {
    switch (route) {
      case 'GET /me':
        return this.me();
      case 'GET /me/targets':
        return this.myTargets();
      case 'GET /policy/status':
        return this.policyStatus();
      case 'GET /matrix':
        return this.matrix(query);
      case 'GET /who-can':
        return this.whoCan(query);
      case 'POST /explain':
        return this.explain(body as ExplainRequest);
      case 'POST /simulate':
        return this.simulate(body as SimulateRequest);
      case 'GET /break-glass':
        return this.breakGlass();
      case 'POST /break-glass':
        return this.openBreakGlass(body as OpenBreakGlassRequest);
      default: {
        const [, id, verb] =
          /^POST \/break-glass\/([^/]+)\/(approve|close)$/.exec(route) ?? [];
        if (verb === 'approve') return this.approveBreakGlass(id);
        if (verb === 'close') return this.closeBreakGlass(id);
        return { status: 404, name: 'NotFoundError', message: route };
      }
    }
  }
}
