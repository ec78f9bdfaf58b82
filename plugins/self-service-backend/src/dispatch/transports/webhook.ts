// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { signatureOf } from '@fairway/requests-node';
import { filled, filledText } from '../receivers/template';
import type { WebhookReceiver } from '../receivers/types';
import { callOut, type LookUp, NotSent } from './callOut';
import type { Dispatch, SendResult, Transport } from './types';

const TIMEOUT = 30_000;
/** Answers after which the same may be taken a moment later, and was not now. */
const BUSY = [425, 429, 503];

/** A signed call of an internal API. */
export function webhookTransport(
  options: { lookUp?: LookUp; timeoutMilliseconds?: number } = {},
): Transport<WebhookReceiver> {
  const { lookUp, timeoutMilliseconds = TIMEOUT } = options;
  return {
    async send(dispatch): Promise<SendResult> {
      const { receiver, signal } = dispatch;
      const url = urlOf(dispatch);
      const headers = headersOf(dispatch);
      if (!url || !headers) {
        return {
          status: 'not-taken',
          code: 'dispatch-refused',
          message: `The values give no ${
            url ? 'header' : 'address'
          } that can be called.`,
          final: true,
        };
      }
      const body = JSON.stringify(
        filled(receiver.body, dispatch.values) ?? null,
      );
      const { host } = new URL(url);
      let status: number;
      try {
        status = await callOut({
          url,
          method: receiver.method,
          headers: { ...headers, ...signed(dispatch, body) },
          body,
          allowPrivate: receiver.allowPrivate,
          timeoutMilliseconds,
          signal,
          lookUp,
        });
      } catch (error) {
        if (!(error instanceof NotSent)) {
          throw new Error(
            `${host} did not answer: ${(error as Error).message}`,
          );
        }
        return {
          status: 'not-taken',
          code: 'dispatch-unreachable',
          message: `${error.message}.`,
          final: error.isFinal,
        };
      }
      if (status >= 200 && status < 300) return { status: 'taken' };
      if (status >= 500 && !BUSY.includes(status)) {
        // It may have begun to do it.
        throw new Error(`${host} answered with ${status}.`);
      }
      return {
        status: 'not-taken',
        code: 'dispatch-refused',
        message: `${host} answered with ${status}${
          status < 400 ? ', and redirects are not followed' : ''
        }.`,
        final: !BUSY.includes(status),
      };
    },
  };
}

/** Undefined where the values lead out of the path that was configured. */
function urlOf({
  receiver,
  values,
}: Dispatch<WebhookReceiver>): string | undefined {
  const text = filledText(receiver.url, values, encodeURIComponent);
  const [path] = text.slice(text.indexOf('//') + 2).split(/[?#]/);
  const isClimbing = path.split('/').some(part => /^\.{1,2}$/.test(part));
  const isEmpty = path.slice(path.indexOf('/') + 1).includes('//');
  return isClimbing || isEmpty ? undefined : text;
}

/** Undefined where a value would begin another header. */
function headersOf({
  receiver,
  values,
}: Dispatch<WebhookReceiver>): Record<string, string> | undefined {
  const headers = Object.entries(receiver.headers).map(
    ([name, template]) => [name, filledText(template, values)] as const,
  );
  return headers.every(([, value]) => /^[\t\x20-\x7e\x80-\xff]*$/.test(value))
    ? Object.fromEntries(headers)
    : undefined;
}

/** As outgoing webhooks of requests are signed. */
function signed(
  { key, now, receiver }: Dispatch<WebhookReceiver>,
  body: string,
): Record<string, string> {
  const timestamp = String(Math.floor(now.getTime() / 1000));
  const { secret } = receiver;
  return {
    'content-type': 'application/json',
    'idempotency-key': key,
    'x-fairway-id': key,
    'x-fairway-timestamp': timestamp,
    ...(secret !== undefined && {
      'x-fairway-signature': signatureOf({ secret, timestamp, body }),
    }),
  };
}
