// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { fetchApiRef } from '@backstage/frontend-plugin-api';
import { mockApis, renderTestApp } from '@backstage/frontend-test-utils';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import { kafkaSelfServePlugin } from '../../../plugin';

/** What is asked of the backend. */
export interface Asked {
  path: string;
  query: URLSearchParams;
  body?: any;
}

/** An answer, or a refusal as a Backstage backend sends it. */
export type Reply = (asked: Asked) => object | Promise<object>;

export function refusal(options: {
  status: number;
  message: string;
  code?: string;
  details?: unknown;
}): Response {
  const { status, ...error } = options;
  return Response.json(
    { error: { name: 'Error', ...error }, response: { statusCode: status } },
    { status },
  );
}

const COUNTS = { waitingForMe: 0, all: 0 };

/** The plugin as it is shipped, at a path, before a backend that answers by the end of the path. */
export function renderKafka(options: {
  path: string;
  /** `GET /topics`, `POST /requests/preview`. */
  replies: Record<string, Reply>;
}): { asked: Asked[] } {
  const { path, replies } = options;
  const asked: Asked[] = [];
  const standard: Record<string, Reply> = {
    'GET /requests/counts': () => COUNTS,
    'GET /requests/me': () => ({ isAdministrator: false }),
    'GET /requests': () => ({ items: [] }),
    'GET /environments': () => ({ items: [], actions: {} }),
  };
  const answer: typeof fetch = async (input, init) => {
    const url = new URL(String(input));
    const route = decodeURIComponent(
      url.pathname.replace(/^\/api\/kafka-self-serve/, ''),
    );
    const call: Asked = {
      path: `${init?.method ?? 'GET'} ${route}`,
      query: url.searchParams,
      body: init?.body ? JSON.parse(String(init.body)) : undefined,
    };
    asked.push(call);
    const reply = replies[call.path] ?? standard[call.path];
    const found = reply
      ? await reply(call)
      : refusal({ status: 404, message: `Nothing at ${call.path}` });
    return found instanceof Response ? found : Response.json(found);
  };
  renderTestApp({
    features: [kafkaSelfServePlugin],
    initialRouteEntries: [path],
    apis: [
      [fetchApiRef, { fetch: answer }],
      mockApis.discovery(),
      mockApis.identity({ userEntityRef: 'user:default/otto' }),
      catalogApiMock({ entities: [] }),
    ],
  });
  return { asked };
}
