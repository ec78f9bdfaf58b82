// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

export { describeState, isUnderWay } from './describeState';
export type { RequestStateKey } from './describeState';
export { RequestState } from './RequestState';
export { WaitingFor } from './WaitingFor';
