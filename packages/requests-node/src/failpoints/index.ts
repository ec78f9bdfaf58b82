// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

export { Failpoints, type FailpointHit } from './Failpoints';
export {
  failpointsOf,
  REQUEST_TRANSITIONS,
  type RequestTransition,
} from './failpointsOf';
