// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type { JsonObject } from '@backstage/types';
import type { KafkaRequestKind } from '@fairway/backstage-plugin-kafka-self-serve-common';
import type {
  KindRequest,
  Step,
  StepContext,
  StepResult,
} from '@fairway/requests-node';
import type { Work } from '../execute/types';
import type { KafkaRequestParts, KafkaRequestPlan } from '../plan/types';

export type KafkaStep = Step<JsonObject, JsonObject>;
export type KafkaStepContext = StepContext<JsonObject, JsonObject>;
export type { StepResult };

/** What steps are made of. */
export interface StepParts {
  kind: KafkaRequestKind;
  plan: KafkaRequestPlan;
  parts: KafkaRequestParts;
}

/** What steps tell each other; shown to nobody. */
export interface Internal {
  /** The revision that was looked at right before its first write. */
  looked?: number;
  /** Topics that this request marked as being deleted. */
  deleting?: string[];
  /** When their data goes, ISO 8601. */
  deleteAfter?: string;
  /** Works that a step began to write. */
  begun?: string[];
  /** Works that are done, of whichever revision, in their order: what a cancel or a rejection takes back. */
  applied?: Work[];
}

export function internalOf({
  outputs,
}: Pick<KindRequest<JsonObject>, 'outputs'>): Internal {
  return (outputs.internal ?? {}) as Internal;
}

export function planOf(plan: JsonObject): KafkaRequestPlan {
  return plan as unknown as KafkaRequestPlan;
}

export function topicIdsOf({
  basis,
}: Pick<KafkaRequestPlan, 'basis'>): Record<string, string> {
  return Object.fromEntries(
    basis.flatMap(({ name, topicId }) =>
      topicId === undefined ? [] : [[name, topicId]],
    ),
  );
}
