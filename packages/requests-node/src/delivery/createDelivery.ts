// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type { AuditorService } from '@backstage/backend-plugin-api';
import type { NotificationService } from '@backstage/plugin-notifications-node';
import type { SignalsService } from '@backstage/plugin-signals-node';
import type { OutboxMessage } from '../store/types';
import type { AuditPayload, News } from './types';
import type { WebhookSender } from './WebhookSender';
import { headlineOf, severityOf } from './words';

/** Where the outbox goes. @public */
export interface DeliveryOptions {
  pluginId: string;
  notifications?: NotificationService;
  signals?: SignalsService;
  auditor: AuditorService;
  webhooks: WebhookSender;
  /** Path of a request's page in the portal. */
  pathOf: (requestId: string) => string;
}

/** Name of the signals channel of a plugin's requests; messages are `{ requestId }`. @public */
export function requestChannel(pluginId: string): string {
  return `requests:${pluginId}`;
}

/**
 * Sends one message of the outbox; an error means that it is tried again later.
 *
 * @public
 */
export function createDelivery(
  options: DeliveryOptions,
): (message: OutboxMessage) => Promise<void> {
  const { auditor, notifications, pathOf, pluginId, signals, webhooks } =
    options;

  const senders: Record<string, (message: OutboxMessage) => Promise<void>> = {
    notification: async ({ payload }) => {
      const news = payload as unknown as News;
      if (!news.recipientRefs.length) return;
      await notifications?.send({
        recipients: {
          type: 'entity',
          entityRef: news.recipientRefs,
          excludeEntityRef: news.excludeRefs,
        },
        payload: {
          title: headlineOf(news),
          description: news.detail,
          link: pathOf(news.requestId),
          severity: severityOf(news),
          topic: `${pluginId} requests`,
          // One line a request and event: what is sent twice replaces itself.
          scope: `${pluginId}:${news.requestId}:${news.event}`,
        },
      });
    },
    signal: async ({ payload }) => {
      await signals?.publish({
        recipients: { type: 'broadcast' },
        channel: requestChannel(pluginId),
        message: payload,
      });
    },
    webhook: async ({ id, payload }) => {
      const { place, ...news } = payload;
      await webhooks.send(news as unknown as News, {
        place: Number(place),
        messageId: id,
      });
    },
    audit: async ({ payload }) => {
      const { requestId, sequence, hash } = payload as AuditPayload;
      const event = await auditor.createEvent({
        eventId: 'request-chain-head',
        severityLevel: 'medium',
        meta: { requestId, sequence, hash },
      });
      await event.success();
    },
  };

  return async message => {
    // A channel of a later version, after a downgrade: nobody here can send it.
    await senders[message.channel]?.(message);
  };
}
