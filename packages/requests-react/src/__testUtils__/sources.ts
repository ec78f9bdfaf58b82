// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type { RequestSource } from '../requests';
import { MemoryRequests } from './MemoryRequests';

/** A source over requests in memory; its pages are at `/<id>/<request>`. */
export function sourceOf(
  api: MemoryRequests,
  changes: Partial<RequestSource> = {},
): RequestSource {
  const { id = 'self-service' } = changes;
  return {
    id,
    title: 'Infrastructure',
    api,
    pageOf: request => `/${id}/${request.id}`,
    ...changes,
  };
}
