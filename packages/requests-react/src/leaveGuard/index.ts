// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

export { LeaveGuarded, LeaveQuestion } from './LeaveQuestion';
export { useChanged } from './useChanged';
export { type LeaveGuard, useLeaveGuard } from './useLeaveGuard';
