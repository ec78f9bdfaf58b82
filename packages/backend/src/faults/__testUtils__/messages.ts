// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

// What comes from outside: webhooks of the host, signed as GitHub signs them, and reports of a pipeline.
import { createHmac, randomUUID } from 'node:crypto';
import { type Cluster, WEBHOOK_SECRET } from './Cluster';
import { type Answer, service } from './Replica';

export interface Webhook {
  headers: Record<string, string>;
  body: string;
}

/** News of the host about the repository. */
export function webhook(
  event: string,
  payload: object,
  options: { secret?: string } = {},
): Webhook {
  const { secret = WEBHOOK_SECRET } = options;
  const repository = { full_name: 'acme/infrastructure-live' };
  const body = JSON.stringify({ repository, ...payload });
  const signature = createHmac('sha256', secret).update(body).digest('hex');
  const headers = {
    'X-GitHub-Event': event,
    'X-GitHub-Delivery': randomUUID(),
    'X-Hub-Signature-256': `sha256=${signature}`,
  };
  return { headers, body };
}

/** Somebody has pushed to a branch. */
export const pushed = (branch: string, options?: { secret?: string }) =>
  webhook('push', { ref: `refs/heads/${branch}` }, options);

/** To every replica at once, as often as is said. */
export function sendToAll(
  cluster: Cluster,
  { headers, body }: Webhook,
  options: { times: number },
): Promise<(Answer | undefined)[]> {
  const calls = cluster.alive.flatMap(replica =>
    Array.from({ length: options.times }, () =>
      replica.call('POST', 'events/http/github', { headers, body }),
    ),
  );
  return Promise.all(calls);
}

export const REPORTER = service('external:demo-runner');

export const report = (cluster: Cluster, id: string, body: object) =>
  cluster.call(REPORTER, 'POST', `self-service/requests/${id}/report`, body);
