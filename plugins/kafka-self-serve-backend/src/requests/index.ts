// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

export { createKafkaKinds } from './createKafkaKinds';
export { createPasswordDesk } from './passwordDesk';
export type { KafkaRequestParts } from './plan/types';
export {
  endGrants,
  scheduleKafkaRequests,
  withGrantExpiry,
} from './scheduleKafkaRequests';
