// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type { Entity } from '@backstage/catalog-model';

/** The id of what has an end; nothing for an entity that has none, or is not there yet. */
export function endingResourceOf(entity: Entity): string | undefined {
  const { annotations = {} } = entity.metadata;
  return annotations['fairway.dev/lifetime']
    ? annotations['fairway.dev/resource-id']
    : undefined;
}

/** Whether an entity has an end. */
export const hasLifetime = (entity: Entity): boolean =>
  endingResourceOf(entity) !== undefined;
