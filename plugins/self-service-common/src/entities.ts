// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

/**
 * Topic of the events service that a backend publishes to when what it answers at `GET /entities` may have changed; the
 * catalog module then reads it at once. The payload is an `EntitiesEvent`.
 *
 * @public
 */
export const ENTITIES_TOPIC = 'fairway.entities';

/** Payload of an event of `ENTITIES_TOPIC`. @public */
export type EntitiesEvent = {
  /** Whose entities: `self-service`. */
  pluginId: string;
};
