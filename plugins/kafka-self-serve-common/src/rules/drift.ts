// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type { FieldChange } from '@fairway/requests-common';
import type { TopicConfigDefinitions } from '../configs/types';
import type { ObservedTopic } from '../model/observed';
import type { Phase, TopicSpec } from '../model/resources';
import { fieldChanges } from '../planner/changes';
import { plainTopic } from '../planner/topicSteps';

/**
 * What somebody changed behind our back, field by field: `before` is what is
 * desired, `after` what is observed. Values are compared by meaning.
 *
 * @public
 */
export function topicDrift(options: {
  desired: TopicSpec;
  observed: ObservedTopic;
  definitions?: TopicConfigDefinitions;
}): FieldChange[] {
  const { desired, observed, definitions } = options;
  return fieldChanges({
    of: `topic ${desired.name}`,
    before: plainTopic(desired, definitions),
    after: plainTopic(observed, definitions),
  });
}

/** Where a topic stands, out of what is desired and what is observed. @public */
export function topicPhase(options: {
  desired?: TopicSpec;
  observed?: ObservedTopic;
  /** Whether it was there before: then it is not pending but missing. */
  wasObserved?: boolean;
  /** Set while it is being deleted. */
  deleteAfter?: string;
  definitions?: TopicConfigDefinitions;
}): Phase {
  const { desired, observed, wasObserved, deleteAfter, definitions } = options;
  if (deleteAfter !== undefined) return 'deleting';
  if (!observed) return wasObserved ? 'missing' : 'pending';
  // An orphan is as it should be, as far as anybody said.
  if (!desired) return 'ready';
  const drift = topicDrift({ desired, observed, definitions });
  return drift.length > 0 ? 'drifted' : 'ready';
}
