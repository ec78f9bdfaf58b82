// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type { MetricsService } from '@backstage/backend-plugin-api/alpha';
import type { LoadedPolicy } from './policy/types';

/** As many letters of the content hash as people need to tell two revisions apart. */
const REVISION_LETTERS = 12;

/**
 * What can be measured. Labels are of closed lists, or the one revision that
 * decides; never who asked or about what.
 */
export interface OwnershipMetrics {
  reloadFailed(): void;
  decided(outcome: 'allow' | 'deny' | 'break-glass' | 'error'): void;
  /** Measures from now on which revision decides, if there is one. */
  observe(current: () => LoadedPolicy | undefined): void;
}

export function createMetrics(metrics: MetricsService): OwnershipMetrics {
  const failures = metrics.createCounter('ownership.policy.reload.failures', {
    description: 'Edits of the ownership policy that were refused',
    unit: '{edit}',
  });
  const decisions = metrics.createCounter<{ outcome: string }>(
    'ownership.decisions',
    { description: 'Answers of the decide route', unit: '{decision}' },
  );
  const loaded = metrics.createObservableGauge('ownership.policy.loaded', {
    description: 'When the revision that decides came into force',
    unit: 's',
  });
  return {
    reloadFailed: () => failures.add(1),
    decided: outcome => decisions.add(1, { outcome }),
    observe: current =>
      loaded.addCallback(result => {
        const policy = current();
        if (policy) {
          result.observe(Date.parse(policy.loadedAt) / 1000, {
            revision: policy.revision.slice(0, REVISION_LETTERS),
          });
        }
      }),
  };
}
