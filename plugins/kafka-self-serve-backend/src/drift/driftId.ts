// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { createHash } from 'node:crypto';
import type { DriftKind } from '@fairway/backstage-plugin-kafka-self-serve-common';

/** The same for the same difference, so that a choice about it stays. 32 hex digits. */
export function driftId(difference: {
  environment: string;
  kind: DriftKind;
  name: string;
  /** What else tells it from others. */
  key?: string;
}): string {
  const { environment, kind, name, key = '' } = difference;
  return createHash('sha256')
    .update([environment, kind, name, key].join('\0'))
    .digest('hex')
    .slice(0, 32);
}
