// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import {
  DISPATCH_KIND,
  type DispatchPlan,
} from '@fairway/backstage-plugin-self-service-common';
import type { RequestStore, StoredRequest } from '@fairway/requests-node';

const PAGE = 100;
const EVERYTHING = { refs: [], userRef: '', seesAll: true };
const OPEN = [
  { decision: ['pending' as const, 'changes-requested' as const] },
  {
    decision: ['approved' as const],
    execution: [
      ...(['none', 'queued', 'running', 'waiting'] as const),
      ...(['failed', 'partially-applied'] as const),
    ],
  },
];

/** A dispatch that is asked for or under way, about something that it names. */
export type OpenDispatch = StoredRequest & {
  plan: DispatchPlan & { resource: string };
};

/** All of them, oldest first: those that wait for a decision, then those that are approved. */
export async function* openDispatches(
  store: Pick<RequestStore, 'list'>,
): AsyncIterable<OpenDispatch> {
  for (const filters of OPEN) {
    let cursor: string | undefined;
    do {
      const page = await store.list(
        {
          ...filters,
          kind: [DISPATCH_KIND],
          order: 'oldest',
          limit: PAGE,
          cursor,
        },
        EVERYTHING,
      );
      for (const request of page.items) {
        const { resource } = request.plan as DispatchPlan;
        if (resource) yield request as OpenDispatch;
      }
      cursor = page.nextCursor;
    } while (cursor !== undefined);
  }
}
