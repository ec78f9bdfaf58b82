// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

// A signed webhook per environment. The body is what chat systems with Slack-compatible webhooks understand (`text`),
// with the facts beside it for everything else.
import { createHmac } from 'node:crypto';
import { requestError } from '../errors';
import type { News } from './types';
import { headlineOf } from './words';

/** Where news go besides the portal, from configuration. @public */
export interface WebhookTarget {
  url: string;
  /** Signs every message; unsigned if left out. */
  secret?: string;
  /** Environments of the ownership policy; all if left out. */
  environments?: string[];
  /** Names of events; all if left out. */
  events?: string[];
}

const TIMEOUT_MILLISECONDS = 10_000;

export class WebhookSender {
  readonly #options: {
    targets: WebhookTarget[];
    urlOf: (requestId: string) => string;
    clock: () => Date;
  };

  static create(options: {
    targets: WebhookTarget[];
    /** Absolute address of a request's page. */
    urlOf: (requestId: string) => string;
    clock: () => Date;
  }): WebhookSender {
    return new WebhookSender(options);
  }

  private constructor(options: {
    targets: WebhookTarget[];
    urlOf: (requestId: string) => string;
    clock: () => Date;
  }) {
    this.#options = options;
  }

  /** Places of the configured list that want this, for one message of the outbox each: one broken receiver holds up no other. */
  targetsOf(news: News): number[] {
    return this.#options.targets.flatMap(({ environments, events }, place) => {
      const { environmentRef, event } = news;
      const wanted =
        (!events || events.includes(event)) &&
        (!environments ||
          (environmentRef !== undefined &&
            environments.includes(environmentRef)));
      return wanted ? [place] : [];
    });
  }

  /**
   * Sends to one target; the message id lets the receiver drop what comes twice.
   *
   * @throws ServiceUnavailableError `webhook-refused`
   */
  async send(
    news: News,
    options: { place: number; messageId: string },
  ): Promise<void> {
    const target = this.#options.targets[options.place];
    // Gone from the configuration since.
    if (!target) return;
    const timestamp = String(
      Math.floor(this.#options.clock().getTime() / 1000),
    );
    const body = JSON.stringify(this.#bodyOf(news));
    const headers: Record<string, string> = {
      'content-type': 'application/json',
      'x-fairway-id': options.messageId,
      'x-fairway-timestamp': timestamp,
    };
    if (target.secret !== undefined) {
      headers['x-fairway-signature'] = signatureOf({
        secret: target.secret,
        timestamp,
        body,
      });
    }
    const response = await fetch(target.url, {
      method: 'POST',
      headers,
      body,
      redirect: 'error',
      signal: AbortSignal.timeout(TIMEOUT_MILLISECONDS),
    });
    await response.body?.cancel();
    if (!response.ok) {
      throw requestError('webhook-refused', {
        host: new URL(target.url).host,
        status: response.status,
      });
    }
  }

  #bodyOf(news: News) {
    const url = this.#options.urlOf(news.requestId);
    const { recipientRefs, excludeRefs, ...request } = news;
    const detail = news.detail ? `: ${news.detail}` : '';
    return {
      text: `${headlineOf(news)} (${news.actorRef})${detail}\n${url}`,
      request: { ...request, url },
    };
  }
}

/**
 * `v1,<HMAC-SHA256 of timestamp.body in hex>`.
 *
 * @public
 */
export function signatureOf(options: {
  secret: string;
  timestamp: string;
  body: string | Buffer;
}): string {
  const { secret, timestamp, body } = options;
  const hmac = createHmac('sha256', secret);
  return `v1,${hmac.update(`${timestamp}.`).update(body).digest('hex')}`;
}
