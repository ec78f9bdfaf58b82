// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

export * from './administration';
export * from './DecisionDialog';
export * from './EventTimeline';
export * from './exports';
export * from './FieldChanges';
export * from './hooks';
export * from './LogView';
export * from './OwnRequests';
export { PlanEffects, PlanView } from './plan';
export * from './RequestPage';
export * from './RequestTable';
export * from './RequestsWidget';
export * from './sources';
export * from './state';
export * from './Stepper';
export * from './Timeline';
export { fairwayRequestsTranslationRef } from './translation';
