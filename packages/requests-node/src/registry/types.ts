// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type { ActionsRegistryService } from '@backstage/backend-plugin-api/alpha';
import type { JsonObject } from '@backstage/types';
import type { z as zod } from 'zod/v3';
import type { OwnRoutes } from './OwnRoutes';

/** The registry's own zod. @public */
export type RegistryZod = typeof zod;

/** What the registry's `z.infer` makes of a schema is checked again by the route. @public */
export type WishInput = Record<string, unknown>;

/** Something that can be previewed and asked for. @public */
export interface Wish {
  /** As in `request-kafka-topic`. */
  noun: string;
  /** With its article: `a Kafka topic`. */
  words: string;
  /** Kind of the request. */
  kind: string;
  input(z: RegistryZod): zod.ZodRawShape;
  payload(input: WishInput): JsonObject;
}

/** What the actions of a plugin are registered with. @public */
export interface RegistryParts {
  registry: ActionsRegistryService;
  routes: OwnRoutes;
  /** Address of a request's page. */
  urlOf(id: string): string;
}
