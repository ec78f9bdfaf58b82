// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

export { applicationStates } from './applications';
export { askStates } from './asks';
export { driftStates } from './drift';
export { describeStates } from './describeStates';
export { environmentStates } from './environments';
export { listStates } from './lists';
export { partStates } from './parts';
export { policyStates } from './policies';
export { requestStates } from './requests';
export { resourceStates } from './resources';
export { sectionStates } from './sections';
export type { PageStates } from './types';
