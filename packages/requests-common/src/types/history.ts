// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type { JsonObject } from '@backstage/types';

/** A line of a request's history. Append-only; `hash = sha256(prevHash + canonical JSON of the rest)`. @public */
export interface RequestEvent {
  requestId: string;
  /** From 1, without gaps. */
  sequence: number;
  /** `created`, `submitted`, `approved`, `step-done`, … */
  type: string;
  /** `user:default/pia`, `plugin:self-service`, `pipeline:…`, `system`. */
  actorRef: string;
  at: string;
  data: JsonObject;
  /** Hash of the event before; 64 zeros for the first. */
  prevHash: string;
  hash: string;
}

/** @public */
export interface RequestComment {
  id: string;
  authorRef: string;
  text: string;
  at: string;
}

/** @public */
export interface RequestLogLine {
  /** From 1. */
  sequence: number;
  at: string;
  stepId?: string;
  text: string;
}
