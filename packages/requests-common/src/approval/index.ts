// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

export { type Deadlines, deadlines } from './deadlines';
export { parseDuration } from './duration';
export {
  type ApprovalInput,
  type ApprovalResult,
  evaluateApproval,
} from './evaluateApproval';
export {
  mayDecide,
  type MayDecideInput,
  type MayDecideRefusalCode,
  type MayDecideResult,
} from './mayDecide';
export { openDeciders } from './openDeciders';
export type { ApprovalContext } from './words';
