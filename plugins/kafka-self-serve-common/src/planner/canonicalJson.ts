// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type { KafkaPlan } from './types';

/**
 * One spelling of a value: keys in a fixed order, no spaces. Fields that are
 * undefined are left out.
 */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_key, inside) =>
    typeof inside === 'object' && inside && !Array.isArray(inside)
      ? Object.fromEntries(
          Object.entries(inside).sort(([a], [b]) => (a < b ? -1 : 1)),
        )
      : inside,
  );
}

/** The text that the digest of a plan is made of: the same for the same plan. @public */
export function canonicalPlan(plan: KafkaPlan): string {
  return canonicalJson(plan);
}
