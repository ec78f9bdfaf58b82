// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type { DispatchOutputs } from '@fairway/backstage-plugin-self-service-common';
import type { RequestDetail } from '@fairway/requests-common';
import { person, type Portal, service } from '../../__testUtils__/portal';

export type DispatchDetail = RequestDetail & { outputs: DispatchOutputs };

/** People who ask for dispatches, and receivers that report, over HTTP. */
export function dispatchesOf(portal: () => Portal) {
  let keys = 0;
  const ask = (payload: object, name = 'pia') =>
    portal().send('post', '/requests', {
      as: person(name),
      body: {
        kind: 'dispatch',
        submit: 'now',
        idempotencyKey: `dispatch-${keys++}`,
        payload: { environment: 'dev', service: 'payments-api', ...payload },
      },
    });
  return {
    ask,
    /** Submitted, and approved by itself. */
    async run(payload: object, name = 'pia'): Promise<DispatchDetail> {
      const { body } = await ask(payload, name);
      if (body.error) throw new Error(JSON.stringify(body.error));
      return body.request;
    },
    preview: (payload: object, name = 'pia') =>
      portal().send('post', '/requests/preview', {
        as: person(name),
        body: {
          kind: 'dispatch',
          payload: { environment: 'dev', service: 'payments-api', ...payload },
        },
      }),
    until: (id: string, condition: (detail: DispatchDetail) => boolean) =>
      portal().until(id, detail =>
        condition(detail as DispatchDetail),
      ) as Promise<DispatchDetail>,
    /** As its requester sees it. */
    async own(id: string, name = 'pia'): Promise<DispatchDetail> {
      const { body } = await portal().send('get', `/requests/${id}`, {
        as: person(name),
      });
      return body;
    },
    report: (id: string, token: string, body: object) =>
      portal().send('post', `/requests/${id}/report`, {
        as: `Bearer ${token}`,
        body,
      }),
    retry: (id: string, name = 'pia') =>
      portal().send('post', `/requests/${id}/retry`, {
        as: person(name),
        body: {},
      }),
    async entities(): Promise<any[]> {
      const { body } = await portal().send('get', '/entities', {
        as: service('plugin:catalog'),
      });
      return body.entities;
    },
  };
}

export const hasEnded = ({ execution }: RequestDetail) =>
  ['succeeded', 'failed', 'partially-applied'].includes(execution);
