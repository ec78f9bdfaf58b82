// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

export { nextDecision } from './decision';
export { nextExecution } from './execution';
export { hasEnded } from './refusals';
export { type NextState, transition } from './transition';
export type { RequestState, StateEvent, StateEventType } from './types';
