// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type { JsonObject } from '@backstage/types';
import type { News, NewsEvent } from '../delivery/types';
import type { StoredRequest, Transition } from '../store/types';

/** The receivers of webhooks that want a piece of news, by their place in the configuration. @public */
export type WebhookPlaces = (news: News) => number[];

/** Rows of the outbox that tell people what happened: a notification, and one row for every webhook that wants it. */
export function newsRows(options: {
  /** As it is after the transition. */
  request: StoredRequest;
  event: NewsEvent;
  actorRef: string;
  detail?: string;
  to: 'requester' | 'deciders';
  webhookPlaces?: WebhookPlaces;
}): NonNullable<Transition['outbox']> {
  const { request, event, actorRef, detail, to, webhookPlaces } = options;
  const { id, number, kind, title, requesterRef, environmentRef } = request;
  const news: News = {
    event,
    requestId: id,
    number,
    kind,
    title,
    requesterRef,
    ...(environmentRef && { environmentRef }),
    actorRef,
    ...(detail && { detail }),
    recipientRefs: to === 'requester' ? [requesterRef] : request.deciderRefs,
    // Nobody is asked to decide about their own.
    excludeRefs: [
      ...new Set([
        actorRef,
        ...(to === 'deciders' ? [requesterRef, ...request.authorRefs] : []),
      ]),
    ].filter(ref => ref.startsWith('user:')),
  };
  const payload = news as unknown as JsonObject;
  const places = webhookPlaces?.(news) ?? [];
  return [
    { channel: 'notification', payload },
    ...places.map(place => ({
      channel: 'webhook',
      payload: { ...payload, place },
    })),
  ];
}
