// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type { JsonValue } from '@backstage/types';
import type { Receiver } from './types';

/** Everything of a receiver's configuration that is filled in and sent. */
export function templatesOf(receiver: Receiver): JsonValue {
  switch (receiver.transport) {
    case 'github-workflow':
      return receiver.inputs ?? {};
    case 'webhook':
      return [receiver.url, receiver.body, receiver.headers];
    default:
      return receiver.value;
  }
}
