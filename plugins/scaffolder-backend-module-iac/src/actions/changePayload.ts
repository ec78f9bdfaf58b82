// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type { JsonObject } from '@backstage/types';
import type { ChangePayload } from '@fairway/backstage-plugin-self-service-common';

/** A payload as it travels: what is undefined is not there. */
export function changePayload(payload: ChangePayload): JsonObject {
  return JSON.parse(JSON.stringify(payload));
}
