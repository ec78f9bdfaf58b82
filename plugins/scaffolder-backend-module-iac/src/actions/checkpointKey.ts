// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { createHash } from 'node:crypto';
import type { JsonObject } from '@backstage/types';

/** A step with `each` runs once for each value, and each run is a request of its own. */
export function checkpointKey(each: JsonObject | undefined): string {
  return each === undefined
    ? 'change'
    : `change-${createHash('sha256')
        .update(JSON.stringify(each))
        .digest('hex')
        .slice(0, 16)}`;
}
