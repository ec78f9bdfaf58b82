// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

export { PlanComparison } from './PlanComparison';
export { PlanEffects, PlanView } from './PlanView';
export { currentPlanOf, isPlanChanged, planOf } from './seenPlan';
export type { SeenPlan } from './seenPlan';
