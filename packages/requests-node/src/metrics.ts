// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type { MetricsService } from '@backstage/backend-plugin-api/alpha';

/** What can be measured. Labels are of closed lists, never who or what. @public */
export interface RequestMetrics {
  /** A transition of the life of a request: `submitted`, `approved`, … */
  moved(kind: string, event: string): void;
  stepEnded(kind: string, status: 'done' | 'failed', seconds: number): void;
  delivered(channel: string, outcome: 'sent' | 'failed'): void;
}

/** @public */
export function createRequestMetrics(
  metrics: MetricsService,
  prefix: string,
): RequestMetrics {
  const moves = metrics.createCounter<{ kind: string; event: string }>(
    `${prefix}.requests.events`,
    { description: 'Events in the life of requests', unit: '{event}' },
  );
  const steps = metrics.createHistogram<{ kind: string; status: string }>(
    `${prefix}.requests.step.duration`,
    { description: 'How long a run of a step took', unit: 's' },
  );
  const deliveries = metrics.createCounter<{
    channel: string;
    outcome: string;
  }>(`${prefix}.requests.deliveries`, {
    description: 'Notifications, signals and webhooks',
    unit: '{message}',
  });
  return {
    moved: (kind, event) => moves.add(1, { kind, event }),
    stepEnded: (kind, status, seconds) =>
      steps.record(seconds, { kind, status }),
    delivered: (channel, outcome) => deliveries.add(1, { channel, outcome }),
  };
}
