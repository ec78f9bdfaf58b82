// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type { JsonObject } from '@backstage/types';

/** @public */
export type StepPhase = 'submit' | 'execute' | 'close' | 'compensate';

/** @public */
export type StepStatus =
  | 'pending'
  | 'running'
  | 'waiting'
  | 'done'
  | 'failed'
  | 'skipped';

/** Why a step could not go on: what happened, and what to do. @public */
export interface RequestFailure {
  /** Stable, kebab-case. */
  code: string;
  message: string;
  /** The next step for a person. */
  next?: string;
  /** Whether the same step may be tried again as it is. */
  retryable: boolean;
}

/** One step as it stands. @public */
export interface RequestStep {
  id: string;
  phase: StepPhase;
  title: string;
  status: StepStatus;
  /** Set where the world cannot be put back by undoing it. */
  irreversible: boolean;
  /** From 1; goes up when it is tried again after a failure, not while it waits. 0 before it begins. */
  attempt: number;
  /** What it waits for, in words. */
  waitingFor?: string;
  failure?: RequestFailure;
  outputs?: JsonObject;
  startedAt?: string;
  endedAt?: string;
}
