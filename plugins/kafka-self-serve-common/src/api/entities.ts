// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type { JsonObject } from '@backstage/types';

/** Answer of `GET /entities`, with an ETag; for other plugins only. @public */
export interface KafkaEntitiesAnswer {
  /** Catalog entities: topics, subjects, and their relations. */
  entities: JsonObject[];
}
