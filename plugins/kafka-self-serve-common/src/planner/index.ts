// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

export { applyStep, applySteps } from './apply';
export { canonicalPlan } from './canonicalJson';
export { fieldChanges, planView } from './changes';
export type { PlanContext } from './checkDesired';
export { desiredOfSubject, desiredOfTopic, mergeDesired } from './fromPayload';
export { planChanges } from './plan';
export type {
  DesiredState,
  KafkaPlan,
  PlanAction,
  PlanOutcome,
  PlanStep,
} from './types';
export { desiredOfWhole, type WholeState } from './wholeState';
