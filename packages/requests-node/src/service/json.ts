// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type { JsonObject } from '@backstage/types';

/** As it comes back from the database: without fields that have no value. */
export function clean(value: object): JsonObject {
  return JSON.parse(JSON.stringify(value));
}
